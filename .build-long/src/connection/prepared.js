import { Cursors } from './cursors.js';
export class Prepared {
    statements = new Map();
    portals = new Map();
    cursors = new Cursors();
    /** Enters a statement; gives back what undoes it. */
    setStatement(statement) {
        return set(this.statements, statement.name, statement);
    }
    deleteStatement(name) {
        return set(this.statements, name, undefined);
    }
    setPortal(portal) {
        return set(this.portals, portal.name, portal);
    }
    deletePortal(name) {
        const portal = set(this.portals, name, undefined);
        const cursor = this.cursors.close(name);
        return () => {
            portal();
            cursor();
        };
    }
    /** DEALLOCATE name; '*' is DEALLOCATE ALL and DISCARD ALL. Gives back what undoes it. */
    deallocate(name) {
        if (name !== '*')
            return this.deleteStatement(name);
        const before = [...this.statements];
        this.statements.clear();
        return () => {
            for (const [known, statement] of before)
                if (!this.statements.has(known))
                    this.statements.set(known, statement);
        };
    }
}
function set(map, name, value) {
    const before = map.get(name);
    if (value === undefined)
        map.delete(name);
    else
        map.set(name, value);
    return () => {
        if (before === undefined)
            map.delete(name);
        else
            map.set(name, before);
    };
}
//# sourceMappingURL=prepared.js.map
// One process writes a trail. The lock is a note of who does: of a process that is gone, or whose number another one has by
// now, it is stale, so that a killed process does not keep its successor out.
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { AuditSetupError } from './audit-setup-error.js';
/** Takes the lock; gives back what lets go of it. Throws AuditSetupError when a living process has it. */
export function lockFile(path) {
    const own = `${path}.${process.pid}`;
    const mine = noteOf(process.pid);
    try {
        writeFileSync(own, mine, { mode: 0o600 });
        for (let attempt = 0; !linked(own, path); attempt += 1) {
            const holder = readNote(path);
            if (holder !== undefined && holder.pid !== process.pid && noteOf(holder.pid) === holder.note) {
                throw new AuditSetupError(`the audit file is written by process ${holder.pid}`);
            }
            if (attempt === 10)
                throw new AuditSetupError(`could not take the lock "${path}"`);
            rmSync(path, { force: true });
        }
    }
    catch (error) {
        if (error instanceof AuditSetupError)
            throw error;
        throw new AuditSetupError(`could not make "${path}": ${error.code ?? 'no reason given'}`);
    }
    finally {
        rmSync(own, { force: true });
    }
    return () => {
        if (readNote(path)?.note === mine)
            rmSync(path, { force: true });
    };
}
function linked(from, to) {
    try {
        linkSync(from, to);
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}
function readNote(path) {
    try {
        const note = readFileSync(path, 'utf8');
        const pid = Number.parseInt(note, 10);
        return pid > 0 ? { pid, note } : undefined;
    }
    catch {
        return undefined;
    }
}
/** A process's number and, where the system tells, when it began; '' for none that runs. */
function noteOf(pid) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        if (error.code !== 'EPERM')
            return '';
    }
    return `${pid} ${startOf(pid)}\n`;
}
function startOf(pid) {
    try {
        // Field 22, counted behind the name, which may hold blanks.
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
        return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    catch {
        return '';
    }
}
//# sourceMappingURL=file-lock.js.map
import { PgsealError } from '../errors.js';
/** What a statement in a failed block gets: the server's own 25P02 comes in its place. */
export const failedBlockPlan = {
    kind: 'refused',
    effects: {
        statement: '',
        transaction: undefined,
        mayWrite: false,
        forgetsNames: false,
        forgetsSettings: false,
        changesCatalog: false,
        deallocates: undefined,
        copiesIn: false,
    },
    error: new PgsealError('inFailedTransaction'),
};
//# sourceMappingURL=failed-block-plan.js.map
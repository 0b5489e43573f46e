// What analysis decides for one statement. Frozen data: no value bytes but constants of the statement itself, no keys.
// The connection carries it out with the extended protocol (also for a simple Query that touches a sealed column), so
// every value that must be sealed, or turned into a term, is a parameter of the server's statement.
export {};
//# sourceMappingURL=plan.js.map
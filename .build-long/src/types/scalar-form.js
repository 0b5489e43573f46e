/** NULL for any NULL. */
export function strict(compute) {
    return (values, settings) => values.some((value) => value === null) ? null : compute(values, settings);
}
//# sourceMappingURL=scalar-form.js.map
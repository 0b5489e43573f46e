/** Puts environment variables into a scalar: `${NAME}` is the variable, `$${` is the characters `${`. */
export function substitute(scalar, environment) {
    let problem;
    let changed = false;
    const text = scalar.replace(/\$\$\{|\$\{([^}]*)(\}?)/g, (whole, name, close) => {
        if (name === undefined)
            return '${';
        if (close === '' || !/^[A-Za-z_]\w*$/.test(name)) {
            problem ??= 'expected the name of an environment variable as ${NAME}; write $${ for the characters themselves';
            return whole;
        }
        const value = environment[name];
        if (value === undefined)
            problem ??= `environment variable "${name}" is not set`;
        changed = true;
        return value ?? '';
    });
    return problem === undefined ? { text, changed } : { problem };
}
//# sourceMappingURL=environment.js.map
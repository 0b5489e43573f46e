export type Environment = Readonly<Record<string, string | undefined>>

export type Substituted = { readonly text: string; readonly changed: boolean } | { readonly problem: string }

/** Puts environment variables into a scalar: `${NAME}` is the variable, `$${` is the characters `${`. */
export function substitute(scalar: string, environment: Environment): Substituted {
  let problem: string | undefined
  let changed = false
  const text = scalar.replace(/\$\$\{|\$\{([^}]*)(\}?)/g, (whole: string, name: string | undefined, close: string) => {
    if (name === undefined) return '${'
    if (close === '' || !/^[A-Za-z_]\w*$/.test(name)) {
      problem ??= 'expected the name of an environment variable as ${NAME}; write $${ for the characters themselves'
      return whole
    }
    const value = environment[name]
    if (value === undefined) problem ??= `environment variable "${name}" is not set`
    changed = true
    return value ?? ''
  })
  return problem === undefined ? { text, changed } : { problem }
}

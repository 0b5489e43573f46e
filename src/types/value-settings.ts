/**
 * The settings of a connection that decide how values are written and read as text.
 * All are kept as the server reports them (ParameterStatus) or as current_setting() gives them.
 */
export type ValueSettings = {
  /** As reported: `ISO, MDY`, `German, DMY`, ... */
  readonly dateStyle: string
  /** postgres, postgres_verbose, sql_standard, iso_8601 */
  readonly intervalStyle: string
  /** An IANA name, a POSIX specification or an interval, as reported. */
  readonly timeZone: string
  /** hex or escape */
  readonly byteaOutput: string
  /** -15 to 3; 1 is PostgreSQL's default */
  readonly extraFloatDigits: number
}

export const defaultValueSettings: ValueSettings = {
  dateStyle: 'ISO, MDY',
  intervalStyle: 'postgres',
  timeZone: 'Etc/UTC',
  byteaOutput: 'hex',
  extraFloatDigits: 1,
}

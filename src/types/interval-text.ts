import { fractionText, twoDigits } from './datetime-text.ts'

// How intervals are written under each IntervalStyle.

/** The three parts that an interval keeps apart. */
export type IntervalParts = { readonly months: number; readonly days: number; readonly micros: bigint }

/** All of one sign within months and within time, as the server breaks an interval up. */
type Fields = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly micros: number
}

function fieldsOf({ months, days, micros }: IntervalParts): Fields {
  const seconds = micros / 1_000_000n
  return {
    year: Math.trunc(months / 12),
    month: months % 12,
    day: days,
    hour: Number(seconds / 3600n),
    minute: Number((seconds / 60n) % 60n),
    second: Number(seconds % 60n),
    micros: Number(micros % 1_000_000n),
  }
}

function timeIsNegative({ hour, minute, second, micros }: Fields): boolean {
  return hour < 0 || minute < 0 || second < 0 || micros < 0
}

function clock({ hour, minute, second, micros }: Fields, hourDigits: (hour: number) => string): string {
  const [m, s] = [twoDigits(Math.abs(minute)), twoDigits(Math.abs(second))]
  return `${hourDigits(Math.abs(hour))}:${m}:${s}${fractionText(Math.abs(micros))}`
}

function postgres(fields: Fields): string {
  let text = ''
  let negativeBefore = false
  const add = (value: number, unit: string): void => {
    if (value === 0) return
    text += `${text === '' ? '' : ' '}${negativeBefore && value > 0 ? '+' : ''}${value} ${unit}${value === 1 ? '' : 's'}`
    negativeBefore = value < 0
  }
  add(fields.year, 'year')
  add(fields.month, 'mon')
  add(fields.day, 'day')
  const { hour, minute, second, micros } = fields
  if (text !== '' && hour === 0 && minute === 0 && second === 0 && micros === 0) return text
  const sign = timeIsNegative(fields) ? '-' : negativeBefore ? '+' : ''
  return `${text}${text === '' ? '' : ' '}${sign}${clock(fields, twoDigits)}`
}

function postgresVerbose(fields: Fields): string {
  let text = '@'
  let isZero = true
  let ago = false
  const add = (value: number, unit: string): void => {
    if (value === 0) return
    if (isZero) ago = value < 0
    const shown = ago ? 0 - value : value
    text += ` ${shown} ${unit}${shown === 1 ? '' : 's'}`
    isZero = false
  }
  add(fields.year, 'year')
  add(fields.month, 'mon')
  add(fields.day, 'day')
  add(fields.hour, 'hour')
  add(fields.minute, 'min')
  const { second, micros } = fields
  if (second !== 0 || micros !== 0) {
    const negative = second < 0 || micros < 0
    if (isZero) ago = negative
    const sign = negative !== ago ? '-' : ''
    const plural = Math.abs(second) !== 1 || micros !== 0 ? 's' : ''
    text += ` ${sign}${Math.abs(second)}${fractionText(Math.abs(micros))} sec${plural}`
    isZero = false
  }
  return `${text}${isZero ? ' 0' : ''}${ago ? ' ago' : ''}`
}

function sqlStandard(fields: Fields): string {
  const values = Object.values(fields)
  const hasNegative = values.some((value) => value < 0)
  const hasPositive = values.some((value) => value > 0)
  const { year, month, day, hour, minute, second, micros } = fields
  const hasYearMonth = year !== 0 || month !== 0
  const hasDayTime = day !== 0 || hour !== 0 || minute !== 0 || second !== 0 || micros !== 0
  if (!hasNegative && !hasPositive) return '0'
  const plain = (value: number): string => `${value}`
  if ((hasNegative && hasPositive) || (hasYearMonth && hasDayTime)) {
    const yearSign = year < 0 || month < 0 ? '-' : '+'
    const timeSign = timeIsNegative(fields) ? '-' : '+'
    return (
      `${yearSign}${Math.abs(year)}-${Math.abs(month)} ${day < 0 ? '-' : '+'}${Math.abs(day)} ` +
      `${timeSign}${clock(fields, plain)}`
    )
  }
  const sign = hasNegative ? '-' : ''
  if (hasYearMonth) return `${sign}${Math.abs(year)}-${Math.abs(month)}`
  return `${sign}${day === 0 ? '' : `${Math.abs(day)} `}${clock(fields, plain)}`
}

function iso8601(fields: Fields): string {
  const part = (value: number, unit: string): string => (value === 0 ? '' : `${value}${unit}`)
  const { second, micros } = fields
  let time = part(fields.hour, 'H') + part(fields.minute, 'M')
  if (second !== 0 || micros !== 0) {
    time += `${second < 0 || micros < 0 ? '-' : ''}${Math.abs(second)}${fractionText(Math.abs(micros))}S`
  }
  const date = part(fields.year, 'Y') + part(fields.month, 'M') + part(fields.day, 'D')
  if (date === '' && time === '') return 'PT0S'
  return `P${date}${time === '' ? '' : `T${time}`}`
}

/** The text of a finite interval under an IntervalStyle. */
export function intervalText(parts: IntervalParts, style: string): string {
  const fields = fieldsOf(parts)
  switch (style) {
    case 'postgres_verbose':
      return postgresVerbose(fields)
    case 'sql_standard':
      return sqlStandard(fields)
    case 'iso_8601':
      return iso8601(fields)
    default:
      return postgres(fields)
  }
}

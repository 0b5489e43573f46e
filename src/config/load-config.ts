import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PgsealError } from '../errors.ts'
import { type CheckOptions, checkMap } from './check-map.ts'
import type { Config } from './config.ts'
import type { Environment } from './environment.ts'
import { type MapDocument, readMapDocument } from './map-document.ts'
import { invalidMap, type MapPath, type MapProblem } from './map-problem.ts'
import { mapSchema, type RawMap } from './map-schema.ts'
import type { MaskProblem } from './roles.ts'
import { schemaProblems } from './schema-problems.ts'

export type LoadOptions = {
  readonly environment?: Environment
  readonly allowInsecureTestKey?: boolean
  readonly maskProblem?: MaskProblem
}

/**
 * Reads and checks the map in `file`. Throws PgsealError `mapUnreadable` or `invalidMap`; the latter's message is the
 * first problem as `file:line:column: path: problem`, its detail the others, a line each.
 */
export async function loadConfig(file: string, options: LoadOptions = {}): Promise<Config> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    throw new PgsealError('mapUnreadable', { file, reason: unreadable(error) })
  }
  return parseConfig(text, file, options)
}

/** As loadConfig, for a map's text; `file` is its name in errors and the place where relative key files begin. */
export function parseConfig(text: string, file: string, options: LoadOptions = {}): Config {
  const document = readMapDocument(text, options.environment ?? process.env)
  if (Array.isArray(document)) throw invalidMap(file, document as readonly MapProblem[])
  const problems: MapProblem[] = []
  const refuse = (path: MapPath, problem: string) => {
    problems.push({ ...(document as MapDocument).position(path), path, problem })
  }
  const map = checkShape(document as MapDocument, file)
  const checks: CheckOptions = {
    file: resolve(file),
    allowInsecureTestKey: options.allowInsecureTestKey ?? false,
    maskProblem: options.maskProblem,
  }
  const config = checkMap(map, checks, refuse)
  if (problems.length > 0) throw invalidMap(file, problems)
  return config
}

function checkShape(document: MapDocument, file: string): RawMap {
  const first = mapSchema.safeParse(document.value ?? {})
  if (first.success) return first.data
  // An environment variable is text, whatever it is for: where a number or a truth value is expected it is read as one.
  const value = structuredClone(document.value)
  let converted = false
  for (const issue of first.error.issues) {
    if (issue.code !== 'invalid_type' || !document.fromEnvironment(issue.path as MapPath)) continue
    converted = convertInPlace(value, issue.path as MapPath, issue.expected) || converted
  }
  const second = converted ? mapSchema.safeParse(value) : first
  if (second.success) return second.data
  throw invalidMap(file, schemaProblems(second.error.issues, document))
}

function convertInPlace(root: unknown, path: MapPath, expected: string): boolean {
  let holder = root as Record<string | number, unknown>
  for (const part of path.slice(0, -1)) holder = holder[part] as Record<string | number, unknown>
  const name = path.at(-1)!
  const text = holder[name]
  if (expected === 'boolean' && (text === 'true' || text === 'false')) holder[name] = text === 'true'
  else if ((expected === 'number' || expected === 'int') && typeof text === 'string' && /^\d{1,15}$/.test(text)) {
    holder[name] = Number(text)
  } else return false
  return true
}

function unreadable(error: unknown): string {
  if (error instanceof TypeError) return 'it is not UTF-8'
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'no such file'
    case 'EACCES':
      return 'permission denied'
    case 'EISDIR':
      return 'it is a folder'
    default:
      return (error as NodeJS.ErrnoException).code ?? 'unreadable'
  }
}

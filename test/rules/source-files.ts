import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { repoRoot } from '../support/root.ts'

/** A file of ours: path below the root with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

/** Every TypeScript file below the named folders of the repository, in order of path. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(join(repoRoot, folder)))
    .flatMap((folder) =>
      readdirSync(join(repoRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(repoRoot, path), 'utf8') }))
}

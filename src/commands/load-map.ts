import type { Config } from '../config/config.ts'
import { loadConfig } from '../config/load-config.ts'
import type { MaskProblem } from '../config/roles.ts'
import type { LogicalTypeName } from '../types/logical-type.ts'
import { readMask } from '../types/mask.ts'

/** As loadConfig, with masks held against the types of their columns. */
export function loadMap(file: string, options: { readonly insecureTestKey?: boolean } = {}): Promise<Config> {
  return loadConfig(file, { allowInsecureTestKey: options.insecureTestKey ?? false, maskProblem })
}

/** The map's `type` is a logical type: parseColumnType gives no other. */
export const maskProblem: MaskProblem = ({ name, typmod }, text, opens) => {
  const mask = readMask(text, { name: name as LogicalTypeName, typmod }, opens)
  return 'problem' in mask ? mask.problem : undefined
}

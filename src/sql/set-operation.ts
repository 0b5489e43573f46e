// UNION, INTERSECT and EXCEPT: what the columns of the whole come from.
import { constantArm, merge } from './combine.ts'
import type { Context } from './context.ts'
import { refuseShape, refuseUse } from './refusal.ts'
import { refuseAdded } from './row-source.ts'
import type { Output, OutputColumn } from './select.ts'
import { plain, type SealedValueOf } from './value.ts'
import { as, type Fields, text } from './walk.ts'

/** Takes the node of the operation and what its arms `left` and `right` give; returns what the whole gives, or refuses. */
export function setOperation(context: Context, select: Fields, left: Output, right: Output): Output {
  const { analysis } = context
  for (const { columns } of [left, right]) refuseAdded(analysis, columns, columns.length, 'UNION')
  const sealedOf = (output: Output) => output.columns.find((column) => column.value.kind === 'sealed')?.value
  const someSealed = (sealedOf(left) ?? sealedOf(right)) as SealedValueOf | undefined
  const operation =
    text(select.op) === 'SETOP_UNION' ? 'UNION' : text(select.op) === 'SETOP_EXCEPT' ? 'EXCEPT' : 'INTERSECT'
  if (someSealed === undefined) return { columns: left.columns.map(withoutLeaf), open: left.open || right.open }
  if (operation !== 'UNION' || select.all !== true) {
    refuseUse(
      analysis,
      someSealed,
      operation === 'UNION' ? 'UNION' : `${operation}${select.all === true ? ' ALL' : ''}`,
      {
        hint: 'UNION ALL is served.',
      },
    )
  }
  if (left.open || right.open) refuseShape(analysis, 'UNION ALL over a relation that the catalog does not know')
  return {
    columns: left.columns.map((column, at) => {
      const other = right.columns[at]
      return other === undefined ? column : arm(context, column, other)
    }),
    open: false,
    arms: [...(left.arms ?? [left]), ...(right.arms ?? [right])],
  }
}

function withoutLeaf(column: OutputColumn): OutputColumn {
  return column.leaf === undefined ? column : { name: column.name, value: plain, blocked: undefined, attnum: undefined }
}

/** One position of UNION ALL. */
function arm(context: Context, left: OutputColumn, right: OutputColumn): OutputColumn {
  const base = { name: left.name, blocked: undefined, attnum: undefined }
  const [a, b] = [left.value, right.value]
  if (a.kind === 'sealed' && b.kind === 'sealed') return { ...base, value: merge(context, a, b, 'UNION ALL') }
  if (a.kind === 'plain' && b.kind === 'plain') return { ...base, value: plain }
  const sealed = (a.kind === 'sealed' ? a : b) as SealedValueOf
  const other = a.kind === 'sealed' ? right : left
  if (other.leaf === undefined) {
    refuseUse(context.analysis, sealed, 'UNION ALL beside a plain column', {
      detail: 'The other arm is not sealed, so the result would be neither.',
    })
  }
  if (other === left && !other.leaf.named && as(other.leaf.node, 'TypeCast') !== undefined) {
    // The first arm names the column, and an unnamed cast is named by its type.
    refuseUse(context.analysis, sealed, 'UNION ALL beside a cast', {
      hint: 'Name the column of the first arm with AS.',
    })
  }
  return { ...base, value: constantArm(context, sealed, other.leaf.node, 'UNION ALL') }
}

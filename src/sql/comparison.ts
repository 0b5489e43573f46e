// A_Expr: operators, IN, = ANY, IS DISTINCT FROM, BETWEEN. On a sealed column those are served that a term decides:
// `email = $1` becomes `(email).eq = $1`, where the server's $1 is the term of the client's value (C39), and `birthday < $1`
// becomes `(birthday).ord < $1` (C40).
import { equalityOperand } from '../types/conversion.ts'
import { type LogicalType, typeNumbers } from '../types/logical-type.ts'
import { orderOperand } from '../types/order-operands.ts'
import { refuseSearch } from './access.ts'
import { plainArguments } from './clauses.ts'
import { locationOfNode } from './combine.ts'
import { commonType } from './common-type.ts'
import type { Context } from './context.ts'
import { like, patternOperators } from './exact-pattern.ts'
import { expression, plainExpression } from './expression.ts'
import { foldedComparison, loweredColumn } from './folded.ts'
import { loweredInArray } from './folded-array.ts'
import type { Operand, SearchTerm, TermReading } from './plan.ts'
import { refuse, refuseShape, refuseUse } from './refusal.ts'
import { commonTerm, searchTerm, withoutTerm } from './search-term.ts'
import { checkFields } from './shape.ts'
import { finalType, isNullConstant } from './statement.ts'
import { claimTermAt, termPlace } from './term-place.ts'
import { plain, type SealedValueOf, type Value } from './value.ts'
import { as, type Fields, list, locationOf, names, tagOf, text } from './walk.ts'

const expressionFields = ['kind', 'name', 'lexpr', 'rexpr', 'rexpr_list_start', 'rexpr_list_end', 'location']

const orderOperators: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])

type Wanted = 'equality' | 'order'

const keywordOf: Readonly<Record<string, string>> = {
  AEXPR_LIKE: 'LIKE',
  AEXPR_ILIKE: 'ILIKE',
  AEXPR_SIMILAR: 'SIMILAR TO',
  AEXPR_BETWEEN: 'BETWEEN',
  AEXPR_NOT_BETWEEN: 'BETWEEN',
  AEXPR_BETWEEN_SYM: 'BETWEEN SYMMETRIC',
  AEXPR_NOT_BETWEEN_SYM: 'BETWEEN SYMMETRIC',
}

/** An operator expression; its own value is plain. */
export function comparison(context: Context, node: unknown, fields: Fields): Value {
  const { analysis } = context
  checkFields(analysis, 'A_Expr', fields, expressionFields)
  const path = names(fields.name)
  const operator = path.at(-1) ?? ''
  // `+5`; the grammar folds `-5` itself.
  if (operator === '+' && fields.lexpr === undefined && as(fields.rexpr, 'A_Const') !== undefined) {
    return { kind: 'operand', node }
  }
  const equality = path.length === 1 && (operator === '=' || operator === '<>')
  const kind = text(fields.kind)
  switch (kind) {
    case 'AEXPR_OP':
      if (equality && fields.lexpr !== undefined)
        return rowsCompared(context, [fields.lexpr, fields.rexpr], operator, false, 'equality')
      if (path.length === 1 && orderOperators.has(operator) && fields.lexpr !== undefined)
        return rowsCompared(context, [fields.lexpr, fields.rexpr], `operator ${operator}`, false, 'order')
      if (path.length === 1 && patternOperators.has(operator) && fields.lexpr !== undefined)
        return like(context, node, fields, operator, `operator ${operator}`)
      return plainOperator(context, fields, path.length > 1 ? `OPERATOR(${path.join('.')})` : `operator ${operator}`)
    case 'AEXPR_DISTINCT':
    case 'AEXPR_NOT_DISTINCT':
      return rowsCompared(context, [fields.lexpr, fields.rexpr], 'IS DISTINCT FROM', false, 'equality')
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN':
    case 'AEXPR_BETWEEN_SYM':
    case 'AEXPR_NOT_BETWEEN_SYM':
      return between(context, fields, keywordOf[kind]!)
    case 'AEXPR_IN':
      return rowsCompared(context, [fields.lexpr, ...list(as(fields.rexpr, 'List')?.items)], 'IN', true, 'equality')
    case 'AEXPR_OP_ANY':
    case 'AEXPR_OP_ALL':
      if (equality) return arrayEquality(context, fields, `${operator} ${kind === 'AEXPR_OP_ANY' ? 'ANY' : 'ALL'}`)
      return plainOperator(context, fields, `operator ${operator}`)
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
      return like(context, node, fields, operator, keywordOf[kind]!)
    case 'AEXPR_NULLIF':
      return nullIf(context, node, fields)
    default: {
      const keyword = keywordOf[kind]
      if (keyword === undefined) return refuseShape(analysis, kind, locationOf(fields))
      return plainOperator(context, fields, keyword)
    }
  }
}

function plainOperator(context: Context, fields: Fields, clause: string): Value {
  for (const side of [fields.lexpr, fields.rexpr]) {
    if (side === undefined) continue
    const items = as(side, 'List')
    if (items === undefined) plainExpression(context, side, clause)
    else plainArguments(context, items.items, clause)
  }
  return plain
}

/** NULLIF(email, 'x'): the column's own value, or NULL. */
function nullIf(context: Context, node: unknown, fields: Fields): Value {
  const { analysis } = context
  const value = expression(context, fields.lexpr, 'NULLIF')
  const other = expression(context, fields.rexpr, 'NULLIF')
  if (value.kind !== 'sealed') {
    if (other.kind === 'sealed') refuseUse(analysis, other, 'NULLIF')
    return plain
  }
  // It would be an inet.
  if (value.logical.name === 'cidr') refuseUse(analysis, value, 'NULLIF')
  const place = termPlace(analysis, fields.lexpr)
  if (place === undefined || place.item !== undefined) refuseUse(analysis, value, 'NULLIF within an expression')
  const by = comparable(context, [fields.lexpr, fields.rexpr], [value, other], 'NULLIF')!
  claimTermAt(analysis, place, by.term)
  if (other.kind === 'sealed') claimTermAt(analysis, termPlace(analysis, fields.rexpr)!, by.term)
  else {
    const type = comparedType(value.logical, false)
    claimTerm(context, fields.rexpr, by, analysis.operand(fields.rexpr, type), type)
  }
  analysis.claim(node, { to: 'case', column: place.node })
  analysis.renames += 1
  const logical: LogicalType = value.logical.name === 'varchar' ? { name: 'text', typmod: -1 } : value.logical
  return { ...value, logical, source: undefined }
}

/**
 * As equalityOf. Rows are compared column by column, each as if it stood alone: the server decides over the rows, and a term
 * that lies between those of two values equals none.
 */
function rowsCompared(
  context: Context,
  nodes: readonly unknown[],
  clause: string,
  isList: boolean,
  wanted: Wanted,
): Value {
  const rows = nodes.map((node) => as(node, 'RowExpr'))
  const width = list(rows[0]?.args).length
  if (width === 0 || rows.some((row) => list(row?.args).length !== width)) {
    return decided(context, nodes, clause, isList, wanted)
  }
  for (const row of rows) checkFields(context.analysis, 'RowExpr', row!, ['args', 'row_format', 'location'])
  for (let at = 0; at < width; at += 1) {
    const column = rows.map((row) => list(row!.args)[at])
    decided(context, column, `${clause} of rows`, false, wanted)
  }
  return plain
}

/** `x BETWEEN a AND b`: x is compared with each. */
function between(context: Context, fields: Fields, clause: string): Value {
  const nodes = [fields.lexpr, ...list(as(fields.rexpr, 'List')?.items)]
  const isColumn = as(fields.lexpr, 'ColumnRef') !== undefined
  if (isColumn && expression(context, fields.lexpr, clause).kind === 'sealed') {
    return decided(context, nodes, clause, false, 'order')
  }
  // What is between a column and something else is compared with both, and can't be a term and a value at once.
  plainArguments(context, nodes, clause)
  return plain
}

/** The first node is compared with each of the others. */
export function equalityOf(context: Context, nodes: readonly unknown[], clause: string, isList: boolean): Value {
  return decided(context, nodes, clause, isList, 'equality')
}

function decided(context: Context, nodes: readonly unknown[], clause: string, isList: boolean, wanted: Wanted): Value {
  if (foldedComparison(context, nodes, clause, wanted)) return plain
  const values = nodes.map((node) => expression(context, node, clause))
  const by = comparable(context, nodes, values, clause, wanted)
  if (by === undefined) return plain
  const { analysis } = context
  const common = isList ? listType(context, nodes, values) : undefined
  const type = common ?? comparedType(by.target.logical, false)
  values.forEach((value, at) => {
    const node = nodes[at]
    if (value.kind === 'sealed') claimTermAt(analysis, termPlace(analysis, node)!, by.term)
    else if (common === undefined || at === 0) claimTerm(context, node, by, analysis.operand(node, type), type)
    else claimTerm(context, node, by, inType(context, node, common), type)
  })
  return plain
}

/**
 * The type in which PostgreSQL reads a list of several values that a column is held against: the common one of the column and
 * those that say a type. Undefined where it compares them one by one, each as the operator's.
 */
function listType(
  context: Context,
  [first, ...members]: readonly unknown[],
  values: readonly Value[],
): LogicalType | undefined {
  const { analysis } = context
  const [column] = values
  const open = members.filter((_, at) => values[at + 1]!.kind !== 'sealed')
  if (column?.kind !== 'sealed' || first === undefined || open.length < 2) return undefined
  const said = open.map((node) => analysis.typeSaid(node)?.name).filter((name) => name !== undefined)
  const name = commonType([column.logical.name, ...said])
  return name === undefined ? undefined : { name, typmod: -1 }
}

/** The operand as a member of a list of this type: cast to it, where it says another. */
function inType(context: Context, node: unknown, type: LogicalType): Operand {
  const operand = context.analysis.operand(node, type)
  return finalType(operand).name === type.name ? operand : context.analysis.withCasts(operand, [type], node)
}

/** The column that decides, and by which of its terms. */
export type Decider = { readonly target: SealedValueOf; readonly term: SearchTerm }

/** What decides, or undefined when nothing compared is sealed. Refuses what terms cannot decide. */
export function comparable(
  context: Context,
  nodes: readonly unknown[],
  values: readonly Value[],
  clause: string,
  wanted: Wanted = 'equality',
): Decider | undefined {
  const { analysis } = context
  const target = values.find((value) => value.kind === 'sealed')
  if (target === undefined) return undefined
  values.forEach((value, at) => {
    if (value.kind === 'plain') {
      refuseUse(analysis, target, `${clause} with an expression`, {
        detail: 'It is compared by its term, which needs a constant, a parameter or a column of the same index group.',
      })
    }
    if (value.kind !== 'sealed') return
    if (termPlace(analysis, nodes[at]) === undefined || value.constants)
      refuseUse(analysis, value, `${clause} within an expression`)
    for (const origin of value.origins) refuseSearch(analysis, origin.column.label, value.name, value.location)
  })
  const sealed = values.filter((value) => value.kind === 'sealed')
  const term = sharedTerm(context, target, sealed, clause, wanted)
  for (const value of sealed) for (const { column } of value.origins) analysis.searches.add(column.label)
  return { target, term }
}

/** The term by which a value is asked whether it is a constant. */
export function equalityTerm(context: Context, value: SealedValueOf, clause: string): SearchTerm {
  const { analysis } = context
  for (const { column } of value.origins) refuseSearch(analysis, column.label, value.name, value.location)
  const term = sharedTerm(context, value, [value], clause, 'equality')
  for (const { column } of value.origins) analysis.searches.add(column.label)
  return term
}

/** The term that all of these have and by which they can be compared with one another. */
function sharedTerm(
  context: Context,
  target: SealedValueOf,
  sealed: readonly SealedValueOf[],
  clause: string,
  wanted: Wanted,
): SearchTerm {
  const term = commonTerm(sealed, wanted)
  if (term !== undefined) return term
  for (const value of sealed) {
    for (const { column } of value.origins) {
      if (wanted === 'order' ? column.terms.includes('ord') : searchTerm(column) !== undefined) continue
      refuseUse(context.analysis, value, clause, withoutTerm(wanted))
    }
  }
  return refuseUse(
    context.analysis,
    sealed.find((value) => value !== target) ?? target,
    `${clause} with another sealed column`,
    {
      detail: 'The columns have different index groups, types or terms, so their terms are not comparable.',
      hint: 'Columns of one type and one named key may share an `indexGroup`.',
    },
  )
}

/** The type in which PostgreSQL reads a constant without a type that is compared with a column. */
export function comparedType(column: LogicalType, inList: boolean): LogicalType {
  // varchar and cidr are compared by the operators of text and inet.
  const name = column.name === 'varchar' ? 'text' : column.name === 'cidr' ? 'inet' : column.name
  return { name: inList ? column.name : name, typmod: -1 }
}

export function claimTerm(
  context: Context,
  node: unknown,
  { target, term }: Decider,
  operand: Operand,
  untyped: LogicalType,
  keepsNull = true,
  reads?: TermReading,
): void {
  const { analysis } = context
  const from = finalType(operand)
  const { logical } = target.origins[0]!
  const converts = term === 'ord' ? orderOperand(from.name, logical) : equalityOperand(from.name, logical)
  if (from.name !== logical.name && converts === undefined) {
    refuse(
      analysis,
      'comparisonTypesDiffer',
      { column: target.name, left: target.logical.name, right: from.name },
      locationOfNode(node),
    )
  }
  if (keepsNull && !operand.array && isNullConstant(operand)) {
    if (tagOf(node) !== 'A_Const') analysis.claim(node, { to: 'null' })
    return
  }
  analysis.noteType(untyped.name)
  const number = typeNumbers[operand.type.name]
  analysis.claim(node, {
    to: 'parameter',
    use: {
      role: 'term',
      term,
      ...(reads === undefined ? {} : { reads }),
      operand,
      target: target.origins[0]!,
      row: 0,
      clientOid: operand.array ? number.arrayOid : number.oid,
      location: locationOfNode(node),
    },
  })
}

/** `x = ANY (array)`: an array parameter or constant as a whole, or an array constructor element by element (C39b). */
function arrayEquality(context: Context, fields: Fields, clause: string): Value {
  const { analysis } = context
  const lowered = loweredColumn(context, fields.lexpr)
  if (lowered !== undefined) return loweredInArray(context, fields, lowered, clause)
  const left = expression(context, fields.lexpr, clause)
  const right = fields.rexpr
  const cast = as(right, 'TypeCast')
  const elementsOf = as(right, 'A_ArrayExpr') ?? as(cast?.arg, 'A_ArrayExpr')
  if (left.kind !== 'sealed') {
    if (elementsOf === undefined) plainExpression(context, right, clause)
    else plainArguments(context, elementsOf.elements, clause)
    return plain
  }
  if (elementsOf === undefined) {
    const value = expression(context, right, clause)
    const by = comparable(context, [fields.lexpr], [left], clause)!
    if (value.kind !== 'operand') {
      refuseUse(analysis, left, `${clause} with an expression`, {
        detail: 'It is compared by its term, which needs an array that is a constant, a parameter or ARRAY[...].',
      })
    }
    const type = comparedType(left.logical, false)
    const operand = analysis.operand(right, type, true)
    claimTermAt(analysis, termPlace(analysis, fields.lexpr)!, by.term)
    claimTerm(context, right, by, operand, type)
    return plain
  }
  checkFields(analysis, 'A_ArrayExpr', elementsOf, ['elements', 'list_start', 'list_end', 'location'])
  const elements = list(elementsOf.elements)
  if (elements.length === 0) refuseUse(analysis, left, `${clause} with an empty array`)
  const values = elements.map((element) => expression(context, element, clause))
  const by = comparable(context, [fields.lexpr, ...elements], [left, ...values], clause)!
  const casts = cast === undefined ? undefined : analysis.elementCast(cast)
  // Constants without a type take the type of the others; PostgreSQL reads an array of nothing else as text[].
  const said = elements.map((element) => analysis.typeSaid(element)?.name).filter((name) => name !== undefined)
  const common = commonType(said)
  if (casts === undefined && common === undefined && said.length > 0) {
    refuseUse(analysis, left, clause, { detail: 'The elements of the array are of different types.' })
  }
  const typed: LogicalType | undefined = common === undefined ? undefined : { name: common, typmod: -1 }
  const column = values.find((value) => value.kind === 'sealed')
  const type =
    casts ?? typed ?? (column === undefined ? { name: 'text' as const, typmod: -1 } : comparedType(left.logical, true))
  claimTermAt(analysis, termPlace(analysis, fields.lexpr)!, by.term)
  if (cast !== undefined) analysis.claim(right, { to: 'inner', node: cast.arg })
  values.forEach((value, at) => {
    const element = elements[at]
    if (value.kind === 'sealed') {
      claimTermAt(analysis, termPlace(analysis, element)!, by.term)
      return
    }
    const operand = inType(context, element, type)
    const final = finalType(operand)
    const whole =
      casts === undefined || (final.name === casts.name && final.typmod === casts.typmod)
        ? operand
        : { ...operand, casts: [...operand.casts, casts] }
    // The first is a parameter even if it is NULL: of NULLs alone the server would make an array of text.
    claimTerm(context, element, by, whole, type, at > 0)
  })
  return plain
}

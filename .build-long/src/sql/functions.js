import { as, list, names, walk } from './walk.js';
export function functionName(path) {
    return { schema: path.length > 1 ? path.at(-2) : '', name: path.at(-1) ?? '' };
}
/** True when the call can only mean a function of PostgreSQL itself. */
export function isBuiltInCall(path, catalog) {
    const { schema, name } = functionName(path);
    return schema === 'pg_catalog' || (schema === '' && catalog.isBuiltInFunction(name));
}
/** Calls every FuncCall below `node` with its name and fields. */
export function eachCall(node, visit) {
    walk(node, (_tag, fields) => {
        // A trigger's function has a funcname too, but no format.
        if (Array.isArray(fields.funcname) && fields.funcformat !== undefined)
            visit(names(fields.funcname), fields);
        return true;
    });
}
/**
 * Functions of PostgreSQL and its own extensions that run SQL given as text, or read relations or files given by name
 * (C56): over them analysis sees nothing of what is read.
 */
const textRunners = /^(query_to_xml.*|table_to_xml.*|schema_to_xml.*|database_to_xml.*|cursor_to_xml.*|ts_stat|ts_rewrite|dblink.*|xpath_table|connectby|crosstab\w*|pg_read_file.*|pg_read_binary_file.*|pg_ls_\w+|lo_import|lo_export|pg_logical_slot_\w+|pg_file_\w+|postgres_fdw_\w+|plpy_.*|get_raw_page|heap_page_items|bt_page_items|pg_get_loaded_modules|pgstattuple\w*|pg_dirtyread|file_fdw_\w+|cron_.*)$/;
/** Extensions' functions that run their text argument, whatever schema they are called in. */
const scheduledRunners = new Set(['cron.schedule', 'cron.schedule_in_database', 'cron.alter_job']);
/** True for a function that runs SQL in a string, or reads files or tables by name. ts_rewrite(query, query, query) runs none. */
export function runsText(path, argumentCount) {
    const { schema, name } = functionName(path);
    if (scheduledRunners.has(`${schema}.${name}`))
        return true;
    if (name === 'ts_rewrite' && argumentCount === 3)
        return false;
    return textRunners.test(name);
}
/**
 * Built-in functions that change nothing. Those beginning with `pg_`, `lo`, `txid_`, `binary_upgrade_` and a few more have
 * side effects unless listed here; of all others only the ones in `writers` do.
 */
const readers = /^pg_(get_\w+|typeof|basetype|size_pretty|size_bytes|\w+_is_visible|column_\w*size|\w+_size|backend_pid|sleep\w*|is_in_recovery|is_other_temp_schema|my_temp_schema|encoding_to_char|char_to_encoding|client_encoding|has_role|postmaster_start_time|conf_load_time|snapshot_\w+|stat_get_\w+|lock_status|describe_object|identify_object\w*|options_to_table|timezone_\w+|show_all_settings|blocking_pids|safe_snapshot_blocking_pids|input_is_valid|input_error_info|index\w*_has_property|tablespace_\w+|partition_\w+|collation_for|collation_actual_version|relation_filenode|relation_filepath|relation_is_\w+|table_size|xact_commit_timestamp|listening_channels|trigger_depth|jit_available|settings_get_flags|control_\w+|available_\w+|config|cursor|prepared_\w+|hba_file_rules|ident_file_mappings|show_all_file_settings|wal_lsn_diff|walfile_name\w*|char_to_encoding|sequence_parameters|sequence_last_value|tables?_\w+|filenode_relation|visible_in_snapshot|current_wal_\w*lsn|last_\w+|event_trigger_\w+|notification_queue_usage)$/;
const sideEffectPrefix = /^(pg_|lo_|lo[a-z]*(read|write)$|txid_|binary_upgrade_|brin_|gin_|RI_|currtid|heap_|suppress_)/;
const writers = new Set(['nextval', 'setval', 'set_config', 'setseed', 'loread', 'lowrite', 'gin_clean_pending_list']);
/** True when a built-in function of this name surely writes nothing and takes no lock that outlives it. */
export function isReader(name) {
    if (writers.has(name) || textRunners.test(name))
        return false;
    return (!sideEffectPrefix.test(name) ||
        readers.test(name) ||
        /^(txid_(current_snapshot|snapshot_\w+|visible_\w+|status)|pg_current_snapshot)$/.test(name));
}
/** Arguments of a call by position, or by name where the call names them. */
export function argumentNamed(fields, position, name) {
    const given = list(fields.args);
    for (const argument of given) {
        const named = as(argument, 'NamedArgExpr');
        if (named?.name === name)
            return named.arg;
    }
    const argument = given[position];
    return argument !== undefined && as(argument, 'NamedArgExpr') === undefined ? argument : undefined;
}
//# sourceMappingURL=functions.js.map
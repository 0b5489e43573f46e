import { PgsealError } from '../errors.js';
import { Alerts } from '../observe/alerts.js';
import { Anchors, anchorsAtKeyService, anchorsAtWebhook } from '../observe/audit/anchors.js';
import { AuditSetupError } from '../observe/audit/audit-setup-error.js';
import { AuditTrail } from '../observe/audit/audit-trail.js';
import { keysFromFile, keysFromMac } from '../observe/audit/segment-keys.js';
import { ConnectionAudit } from '../observe/audit/statement-audit.js';
import { Webhook } from '../observe/webhook.js';
/** How long the anchor of a trail's end is waited for. */
const lastAnchorMs = 5_000;
/** Rejects with auditNotBegun, or what the key service says. */
export async function startAuditing(config, keyRing, log, version, counts) {
    if (keyRing === undefined || (config.audit === undefined && config.alerts === undefined)) {
        return { trail: undefined, connection: () => undefined, close: async () => undefined };
    }
    const trail = config.audit === undefined ? undefined : await beginTrail(config.audit, keyRing, log, version, counts);
    const webhooks = [];
    const webhook = (options) => {
        const made = new Webhook(options, log.audit);
        webhooks.push(made);
        return made;
    };
    const anchorsTo = config.audit?.anchors;
    const anchors = trail === undefined || anchorsTo === undefined
        ? undefined
        : new Anchors(trail, { every: anchorsTo.every, to: anchorPlace(anchorsTo.to, keyRing, webhook) }, log.audit);
    const alerts = config.alerts === undefined ? undefined : startAlerts(config.alerts, trail, log, webhook, counts);
    const options = { trail, alerts, records: config.audit?.records ?? 0 };
    return {
        trail,
        connection: (session) => new ConnectionAudit(options, {
            connection: session.id,
            user: session.user,
            application: session.parameters.get('application_name') ?? '',
            address: session.clientAddress,
        }),
        close: async () => {
            alerts?.close();
            await anchors?.close();
            if (trail !== undefined) {
                trail.end();
                await Promise.race([anchors?.last(trail.head()), soon(lastAnchorMs)]);
            }
            for (const one of webhooks)
                one.close();
        },
    };
}
async function beginTrail(audit, keyRing, log, version, counts) {
    const { key } = audit;
    const keys = 'keyFile' in key ? keysFromFile(key.keyFile) : keysFromMac((message) => keyRing.mac(key.namedKey, message));
    try {
        return await AuditTrail.begin({ ...audit, keys, log: log.audit, version, counts: counts.audit });
    }
    catch (error) {
        throw error instanceof AuditSetupError ? new PgsealError('auditNotBegun', { reason: error.message }) : error;
    }
}
function anchorPlace(to, keyRing, webhook) {
    if ('namedKey' in to)
        return anchorsAtKeyService((message, onCall) => keyRing.mac(to.namedKey, message, onCall));
    const made = webhook(to.webhook);
    return anchorsAtWebhook((json) => made.send(json));
}
function startAlerts(rules, trail, log, webhook, counts) {
    const made = rules.webhook === undefined ? undefined : webhook(rules.webhook);
    const send = made === undefined ? undefined : (json) => void made.send(json);
    return new Alerts(rules, { log: (event) => log.alert(event), send, trail }, undefined, counts.alerts);
}
function soon(milliseconds) {
    return new Promise((resolve) => {
        setTimeout(resolve, milliseconds).unref();
    });
}
//# sourceMappingURL=auditing.js.map
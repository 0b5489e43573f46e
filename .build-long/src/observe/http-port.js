// The port for orchestrators and Prometheus: /livez, /readyz, /metrics. It answers GET and HEAD, and holds no secret.
import { createServer } from 'node:http';
import { metricsContentType, metricsText } from './metric-text.js';
/** Rejects with the system's error when the address can't be had. */
export async function openHttpPort(listen, answers) {
    const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 8_192 }, (request, response) => {
        answer(request, response, answers).catch(() => say(response, 500, 'text/plain', 'failed\n'));
    });
    // Whoever asks is a machine that asks again: nothing is held for it.
    server.maxConnections = 100;
    server.keepAliveTimeout = 5_000;
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(listen.port, listen.host, resolve);
    });
    server.removeAllListeners('error');
    server.on('error', () => undefined);
    server.unref();
    return {
        host: listen.host,
        port: server.address().port,
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
async function answer(request, response, answers) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('Allow', 'GET, HEAD');
        return say(response, 405, 'text/plain', 'GET or HEAD\n');
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    switch (url.pathname) {
        case '/livez': {
            const alive = await answers.alive();
            return say(response, alive ? 200 : 503, 'text/plain', alive ? 'ok\n' : 'broken\n');
        }
        case '/readyz': {
            const readiness = await answers.ready();
            const { status } = readiness;
            const needsKeys = url.searchParams.getAll('require').includes('kms');
            const serves = status === 'ready' || (status === 'degraded' && !needsKeys);
            return say(response, serves ? 200 : 503, 'application/json', `${JSON.stringify(readiness)}\n`);
        }
        case '/metrics':
            return say(response, 200, metricsContentType, metricsText(await answers.metrics()));
        default:
            return say(response, 404, 'text/plain', '/livez, /readyz, /metrics\n');
    }
}
function say(response, code, type, body) {
    if (response.headersSent)
        return;
    response.writeHead(code, {
        'Content-Type': type,
        'Cache-Control': 'no-store',
        'Content-Length': Buffer.byteLength(body),
    });
    response.end(body);
}
//# sourceMappingURL=http-port.js.map
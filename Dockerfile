# Builds pgseal and runs `pgseal serve` as a user without rights. The map is mounted:
#   docker build -t pgseal . && docker run -v "$PWD/pgseal.yaml:/etc/pgseal/pgseal.yaml:ro" -p 6432:6432 pgseal
# In the map, listen must name an address that the container's network reaches: listen: 0.0.0.0:6432
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
# The compiler is an optional package of its platform.
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY src ./src
RUN npm run build

FROM node:22-slim AS dependencies
WORKDIR /dependencies
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /opt/pgseal
COPY --from=dependencies /dependencies/node_modules ./node_modules
COPY --from=build /build/dist/src ./dist/src
COPY package.json LICENSE README.md CHANGELOG.md ./
COPY config ./config
COPY docs ./docs
USER node
EXPOSE 6432
STOPSIGNAL SIGTERM
# SSLRequest (protocol 3.0), to which a proxy that takes clients answers with one byte, S or N.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["node", "-e", "const c=require('net').connect(process.env.PGSEAL_PORT||6432,'127.0.0.1',()=>c.write(Buffer.from([0,0,0,8,4,210,22,47])));c.once('data',d=>process.exit(/^[SN]/.test(d)?0:1));c.once('error',()=>process.exit(1));c.once('close',()=>process.exit(1))"]
ENTRYPOINT ["node", "dist/src/main.js"]
CMD ["serve", "--config", "/etc/pgseal/pgseal.yaml"]

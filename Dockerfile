# Builds pgseal and runs `pgseal serve` as a user without rights. The map is mounted:
#   docker build -t pgseal . && docker run --read-only -v "$PWD/pgseal.yaml:/etc/pgseal/pgseal.yaml:ro" -p 6432:6432 pgseal
# In the map, listen must name an address that the container's network reaches: listen: 0.0.0.0:6432
# Nothing is written but where "audit" of the map says, which is a volume then.
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
# The map needs http: 9187 (loopback is enough), or another port that PGSEAL_HTTP_PORT names.
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PGSEAL_HTTP_PORT||9187)+'/livez').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["node", "dist/src/main.js"]
CMD ["serve", "--config", "/etc/pgseal/pgseal.yaml"]

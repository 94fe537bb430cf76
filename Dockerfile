# The image for servers: needs a PostgreSQL outside (DB_HOST), so the embedded one is left out.
# Layers change as seldom as what they hold: the libraries first, our classes last.

FROM node:22-slim AS web
WORKDIR /source/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY web ./
RUN npm run build

FROM maven:3.9-eclipse-temurin-25 AS server
WORKDIR /source
COPY pom.xml ./
COPY server server
COPY --from=web /source/web/dist web/dist
RUN mvn -q -B -Dquick -Dmaven.test.skip=true -pl server -am package
RUN java -Djarmode=tools -jar server/target/dangol-app.jar extract --layers --destination /app \
 && rm -f /app/dependencies/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /data dangol && install -d -o dangol /data
WORKDIR /app
COPY --from=server /app/dependencies/ ./
COPY --from=server /app/spring-boot-loader/ ./
COPY --from=server /app/snapshot-dependencies/ ./
COPY --from=server /app/application/ ./
USER dangol
# Only the search index is kept here; it is rebuilt when it is gone. Everything else of the file
# system may be read-only, with a small /tmp.
VOLUME /data
ENV DANGOL_DATA_DIR=/data PORT=8080
EXPOSE 8080
# The shell's own TCP, because the image holds no HTTP client for certain.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=60", "-Xss512k", "-XX:TrimNativeHeapInterval=30000", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "dangol-app.jar"]

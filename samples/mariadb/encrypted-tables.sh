#!/bin/sh
# A MariaDB with encrypted tables, from its first key to a rotated one: docs/databases/mariadb.md.
#
#   encrypted-tables.sh HOME URL FOLDER
#
#   HOME    of a Sallyport that runs, and whose operator runs this
#   URL     where it serves HTTPS, as https://localhost:8443
#   FOLDER  for the server and its data; must not exist
#
# SALLYPORT is the command to call; without it, sallyport. Root runs the server as the user mysql,
# who must be able to reach FOLDER. Needs Debian's mariadb-server and
# mariadb-plugin-hashicorp-key-management; nothing listens on a port.
set -eu
[ $# -eq 3 ] || { sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 2; }
home=$1
url=$2
folder=$3
sallyport=${SALLYPORT:-sallyport}
here=$(dirname "$0")
rows=200
server=

say() { printf '%s\n' "$*"; }

sql() {
    mariadb --no-defaults --socket="$folder/socket" --user=root --batch --skip-column-names \
        --execute="$1"
}

start() {
    VAULT_TOKEN=$(cat "$folder/token") mariadbd --defaults-file="$folder/my.cnf" $as_mysql \
        >>"$folder/error.log" 2>&1 &
    server=$!
    tries=600
    until sql 'SELECT 1' >/dev/null 2>&1; do
        tries=$((tries - 1))
        if [ "$tries" = 0 ] || ! kill -0 "$server" 2>/dev/null; then
            say "the server did not start: $folder/error.log" >&2
            exit 1
        fi
        sleep 0.1
    done
}

stop() {
    [ -z "$server" ] || { kill "$server" && wait "$server"; } || true
    server=
}
trap stop EXIT

mkdir "$folder"

# 1. A token that reads one mount, and key 1: the engine makes it, nobody else has seen it yet.
"$sallyport" token create mariadb-sample --mount sample --read-only --out "$folder/token" \
    --home "$home"
"$sallyport" key create --vault-path sample/1 --vault-shape mariadb --home "$home"

# 2. Settings and an empty server.
cp "$home/ca/ca.pem" "$folder/ca.pem"
chmod 644 "$folder/ca.pem"
sed -e "s|https://kms.example.com:8443/v1/orders|$url/v1/sample|" \
    -e "s|/etc/mysql/sallyport/ca.pem|$folder/ca.pem|" "$here/sallyport.cnf" >"$folder/my.cnf"
cat >>"$folder/my.cnf" <<END
datadir = $folder/data
socket = $folder/socket
pid-file = $folder/pid
skip-networking
END
as_mysql=
if [ "$(id -u)" = 0 ]; then
    as_mysql=--user=mysql
    chown -R mysql: "$folder"
fi
VAULT_TOKEN=$(cat "$folder/token") mariadb-install-db --defaults-file="$folder/my.cnf" \
    --skip-test-db --auth-root-authentication-method=normal $as_mysql >"$folder/error.log" 2>&1

# 3. A table that is encrypted, and one that is not, to compare.
start
sql "CREATE DATABASE sample; USE sample;
    CREATE TABLE secret (id INT PRIMARY KEY, text VARCHAR(40)) ENCRYPTED=YES;
    CREATE TABLE plain (id INT PRIMARY KEY, text VARCHAR(40)) ENCRYPTED=NO;
    INSERT INTO secret SELECT seq, 'a row of the secret table' FROM seq_1_to_$rows;
    INSERT INTO plain SELECT seq, 'a row of the plain table' FROM seq_1_to_$rows;"
stop
for table in secret plain; do
    found=$(grep -a -o -r "a row of the $table table" "$folder/data" | wc -l)
    say "rows of the table $table that the disk shows: $found of $rows"
done

# 4. It starts again, with the key from the gateway.
start
say "rows after a restart: $(sql 'SELECT COUNT(*) FROM sample.secret')"

# 5. Two new versions: pages are encrypted anew when they are more than one version behind.
"$sallyport" key rotate --vault-path sample/1 --home "$home"
"$sallyport" key rotate --vault-path sample/1 --home "$home"
sql 'SET GLOBAL hashicorp_key_management_cache_version_timeout = 0'
behind='SELECT COUNT(*) FROM information_schema.innodb_tablespaces_encryption
    WHERE encryption_scheme = 1 AND min_key_version < 3'
tries=600
while [ "$(sql "$behind")" != 0 ] && [ "$tries" -gt 0 ]; do
    tries=$((tries - 1))
    sleep 0.2
done
sql 'SET GLOBAL hashicorp_key_management_cache_version_timeout = 60000'
say "tablespaces that are not on version 3: $(sql "$behind")"
say "rows after the rotation: $(sql 'SELECT COUNT(*) FROM sample.secret')"

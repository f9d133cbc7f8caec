#!/bin/bash
# A database's key, wrapped, unwrapped and wrapped anew by filters: docs/databases/key-commands.md.
#
#   wrapped-key.sh KEY FILE
#
#   KEY   name of an active AES key of the partition; it stays in the engine
#   FILE  for the wrapped key; must not exist
#
# SALLYPORT is the command to call; without it, sallyport. It finds the gateway by SALLYPORT_SERVER
# and SALLYPORT_CLIENT. What is in clear goes through pipes only: to no file, argument or variable.
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }
key=$1
file=$2
sallyport=${SALLYPORT:-sallyport}
[ ! -e "$file" ] || { echo "$file exists already" >&2; exit 1; }

# A digest in place of a database that reads the key from its standard input.
database() { sha256sum | cut -d ' ' -f 1; }

# 1. A new key of 256 bits goes into a pipe, and only its wrapped form to the disk. --out replaces
#    the file whole or not at all, where "> $file" would leave an empty one if the command fails.
head -c 32 /dev/urandom | "$sallyport" wrap --key "$key" --out "$file"

# 2. The database starts. Without pipefail the exit code would be that of the last command alone,
#    and a database that takes an empty key for a key would not notice.
first=$("$sallyport" unwrap --in "$file" | database)

# 3. Wrapped anew, as after the key KEY was replaced by Re-key: the same key, another file.
old=$(database <"$file")
"$sallyport" unwrap --in "$file" | "$sallyport" wrap --key "$key" --out "$file"
[ "$old" != "$(database <"$file")" ] || { echo "the file is the same" >&2; exit 1; }
again=$("$sallyport" unwrap --in "$file" | database)
[ "$first" = "$again" ] || { echo "the key is another one" >&2; exit 1; }
echo "wrapped, unwrapped and wrapped anew: the same key"

# 4. A key that may leave: getkey prints digits and the end of a line.
digits=$("$sallyport" getkey --key "$key" | tr -d '\n' | wc -c)
echo "getkey printed $digits digits"

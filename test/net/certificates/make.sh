#!/bin/sh
# Makes the certificates of the TLS tests anew, in this folder, by the openssl program. They protect nothing.
set -eu
cd "$(dirname "$0")"
rm -f ./*.crt ./*.key
folder=$(mktemp -d)
printf '[ca]\ndefault_ca=d\n[d]\ndatabase=%s/index\nserial=%s/serial\nnew_certs_dir=%s\ndefault_md=sha256\npolicy=p\nunique_subject=no\ncopy_extensions=copy\nemail_in_dn=no\n[p]\ncommonName=supplied\n' \
  "$folder" "$folder" "$folder" >"$folder/ca.cnf"
: >"$folder/index"
echo 1000 >"$folder/serial"
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"; chmod 600 "$1.key"; }
authority() {
  key "$1"
  openssl req -x509 -new -key "$1.key" -subj "/CN=$1" -days 36500 -out "$1.crt"
}
# signed NAME CN SAN CA START END
signed() {
  [ -f "$1.key" ] || key "$1"
  if [ -n "$3" ]; then
    openssl req -new -key "$1.key" -subj "/CN=$2" -addext "subjectAltName=$3" -out "$folder/$1.csr"
  else
    openssl req -new -key "$1.key" -subj "/CN=$2" -out "$folder/$1.csr"
  fi
  openssl ca -batch -notext -config "$folder/ca.cnf" -cert "$4.crt" -keyfile "$4.key" \
    -startdate "$5" -enddate "$6" -in "$folder/$1.csr" -out "$1.crt" 2>"$folder/log" || cat "$folder/log"
}
from=20200101000000Z
to=21200101000000Z
authority authority
authority stranger
signed server localhost "DNS:localhost,IP:127.0.0.1" authority $from $to
signed renewed localhost "DNS:localhost,IP:127.0.0.1" authority $from $to
signed other-host db.example "DNS:db.example" authority $from $to
signed expired localhost "DNS:localhost,IP:127.0.0.1" authority $from 20210101000000Z
signed unknown localhost "DNS:localhost,IP:127.0.0.1" stranger $from $to
signed client app "" authority $from $to
signed client-expired app "" authority $from 20210101000000Z
signed client-unknown app "" stranger $from $to
rm -rf "$folder"
rm -f authority.key stranger.key

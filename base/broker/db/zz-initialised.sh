# The last file that the image runs on an empty data directory: the schema is in, the first start is over.
rm -f "$(dirname "$PGDATA")/.initialising"
rm -rf "$PGDATA.interrupted"

-- Sources that the broker's upgrade files do not add. A message of an unknown source violates a foreign key and is dropped.
insert into sources values ('dragino_json'), ('ict_mqtt'), ('axistech') on conflict do nothing;

-- One row per part of the inventory: a machine, a cluster, a pod, a router, a host, a router link,
-- or the choice among equal paths. A pod's owner is its cluster; other parts have none ('').
create table inventory_part (
  kind varchar(32) not null,
  owner varchar(255) not null,
  id varchar(1024) not null,
  document text not null,
  -- The id leads, because rows are deleted by lists of ids.
  primary key (id, owner, kind)
);

-- The single row that writers lock and that counts committed changes.
create table inventory_state (
  id integer not null primary key,
  version bigint not null
);

insert into inventory_state (id, version) values (1, 0);

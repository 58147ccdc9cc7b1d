create table stored_resource (
    path varchar(1024) primary key,
    parent_path varchar(1024) not null,
    collection_path varchar(1024) not null,
    kind varchar(120) not null,
    display_name varchar(1024) not null,
    document text not null,
    system_owned boolean not null,
    revision bigint not null,
    created_at bigint not null,
    created_by varchar(255) not null,
    modified_at bigint not null,
    modified_by varchar(255) not null
);

create index stored_resource_parent on stored_resource (parent_path);
create index stored_resource_collection on stored_resource (collection_path);
create index stored_resource_kind on stored_resource (kind);

create table stored_reference (
    source_path varchar(1024) not null,
    field varchar(255) not null,
    target_path varchar(1024) not null,
    primary key (source_path, field, target_path)
);

create index stored_reference_target on stored_reference (target_path);

create sequence firewall_rule_id start with 1000 increment by 1;

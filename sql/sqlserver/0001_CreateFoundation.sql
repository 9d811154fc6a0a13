create table Migration (
    Name nvarchar(200) not null constraint PK_Migration primary key,
    Hash char(64) not null,
    AppliedAt datetime2(3) not null
);
GO
-- One row for each Idempotency-Key that had an effect, in the transaction of the effect.
create table IdempotencyRecord (
    Seq bigint identity not null constraint PK_IdempotencyRecord primary key,
    Scope binary(32) not null,
    Fingerprint varchar(64) not null,
    CreatedAt datetime2(3) not null,
    Status int null,
    ETag varchar(20) null,
    Location nvarchar(400) null,
    Body varbinary(max) null
);
GO
create unique index UQ_IdempotencyRecord_Scope on IdempotencyRecord (Scope);
GO
create index IX_IdempotencyRecord_CreatedAt on IdempotencyRecord (CreatedAt);
GO
-- The counter of the audit trail and the hash of its last event: one row, taken as late as possible.
create table AuditHead (
    Id int not null constraint PK_AuditHead primary key constraint CK_AuditHead_Id check (Id = 1),
    Seq bigint not null,
    Hash varchar(64) not null
);
GO
insert into AuditHead (Id, Seq, Hash) values (1, 0, '');
GO
create table AuditEvent (
    Seq bigint not null constraint PK_AuditEvent primary key,
    At datetime2(3) not null,
    Actor nvarchar(800) collate Latin1_General_BIN2 not null,
    Action nvarchar(100) collate Latin1_General_BIN2 not null,
    ResourceId uniqueidentifier not null,
    ResourceVersion int not null,
    Details nvarchar(max) not null,
    RequestId varchar(100) not null,
    Hash char(64) not null
);
GO
create index IX_AuditEvent_Action_Seq on AuditEvent (Action, Seq);
GO
create index IX_AuditEvent_Actor_Seq on AuditEvent (Actor, Seq);
GO
create index IX_AuditEvent_Actor_Action_Seq on AuditEvent (Actor, Action, Seq);
GO
create index IX_AuditEvent_ResourceId_Seq on AuditEvent (ResourceId, Seq);
GO
create trigger TR_AuditEvent_Update on AuditEvent instead of update as
    throw 50001, 'The audit trail is append-only.', 1;
GO
create trigger TR_AuditEvent_Delete on AuditEvent instead of delete as
    throw 50001, 'The audit trail is append-only.', 1;
GO
-- What the trail's head was at a moment: a trail that is cut afterwards, head and all, no longer reaches it.
create table AuditAnchor (
    Seq bigint not null constraint PK_AuditAnchor primary key,
    Hash char(64) not null,
    At datetime2(3) not null
);
GO
create trigger TR_AuditAnchor_Update on AuditAnchor instead of update as
    throw 50001, 'The audit trail is append-only.', 1;
GO
create trigger TR_AuditAnchor_Delete on AuditAnchor instead of delete as
    throw 50001, 'The audit trail is append-only.', 1;
GO
-- Business time less real time, in milliseconds; read in Development only.
create table BusinessClock (
    Id int not null constraint PK_BusinessClock primary key constraint CK_BusinessClock_Id check (Id = 1),
    OffsetMilliseconds bigint null
);
GO
insert into BusinessClock (Id, OffsetMilliseconds) values (1, null);
GO
-- Overwritten and emptied to find out whether a write works again.
create table StorageProbe (
    Id int not null constraint PK_StorageProbe primary key constraint CK_StorageProbe_Id check (Id = 1),
    Content varbinary(max) not null
);
GO
insert into StorageProbe (Id, Content) values (1, 0x);

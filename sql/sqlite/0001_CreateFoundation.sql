create table Migration (
    Name text not null constraint PK_Migration primary key,
    Hash text not null,
    AppliedAt text not null
);
GO
-- One row for each Idempotency-Key that had an effect, in the transaction of the effect.
create table IdempotencyRecord (
    Seq integer primary key,
    Scope blob not null,
    Fingerprint text not null,
    CreatedAt text not null,
    Status integer null,
    ETag text null,
    Location text null,
    Body blob null
);
GO
create unique index UQ_IdempotencyRecord_Scope on IdempotencyRecord (Scope);
GO
create index IX_IdempotencyRecord_CreatedAt on IdempotencyRecord (CreatedAt);
GO
-- The counter of the audit trail and the hash of its last event: one row, taken as late as possible.
create table AuditHead (
    Id integer not null primary key constraint CK_AuditHead_Id check (Id = 1),
    Seq integer not null,
    Hash text not null
);
GO
insert into AuditHead (Id, Seq, Hash) values (1, 0, '');
GO
create table AuditEvent (
    Seq integer primary key,
    At text not null,
    Actor text not null,
    Action text not null,
    ResourceId text not null,
    ResourceVersion integer not null,
    Details text not null,
    RequestId text not null,
    Hash text not null
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
create trigger TR_AuditEvent_Update before update on AuditEvent begin
    select raise(abort, 'The audit trail is append-only.');
end;
GO
create trigger TR_AuditEvent_Delete before delete on AuditEvent begin
    select raise(abort, 'The audit trail is append-only.');
end;
GO
-- What the trail's head was at a moment: a trail that is cut afterwards, head and all, no longer reaches it.
create table AuditAnchor (
    Seq integer primary key,
    Hash text not null,
    At text not null
);
GO
create trigger TR_AuditAnchor_Update before update on AuditAnchor begin
    select raise(abort, 'The audit trail is append-only.');
end;
GO
create trigger TR_AuditAnchor_Delete before delete on AuditAnchor begin
    select raise(abort, 'The audit trail is append-only.');
end;
GO
-- Business time less real time, in milliseconds; read in Development only.
create table BusinessClock (
    Id integer not null primary key constraint CK_BusinessClock_Id check (Id = 1),
    OffsetMilliseconds integer null
);
GO
insert into BusinessClock (Id, OffsetMilliseconds) values (1, null);
GO
-- Overwritten and emptied to find out whether a write works again.
create table StorageProbe (
    Id integer not null primary key constraint CK_StorageProbe_Id check (Id = 1),
    Content blob not null
);
GO
insert into StorageProbe (Id, Content) values (1, x'');

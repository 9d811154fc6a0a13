create table ExportHead (
    Id integer not null primary key constraint CK_ExportHead_Id check (Id = 1),
    Number integer not null
);
GO
insert into ExportHead (Id, Number) values (1, 0);
GO
create table ExportRun (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Number integer not null,
    Format text not null constraint CK_ExportRun_Format check (Format in ('csv')),
    Status text not null
        constraint CK_ExportRun_Status check (Status in ('completed', 'acknowledged', 'voided')),
    -- The filter: entries of this programme, posted from and to these days; null means without a limit.
    ProgrammeId text null constraint FK_ExportRun_Programme references Programme (Id),
    PostedFrom text null,
    PostedTo text null,
    EntryCount integer not null,
    PostingCount integer not null,
    SumCents integer not null,
    FileName text not null,
    Sha256 text not null,
    -- The head of the audit chain when the run claimed its entries: a chain that is rewritten later no longer fits.
    AuditSeq integer not null,
    AuditHash text not null,
    CreatedBy text not null,
    CreatedAt text not null,
    UpdatedAt text not null,
    AcknowledgedBy text null,
    VoidedBy text null,
    VoidReason text null
);
GO
create unique index UQ_ExportRun_Id on ExportRun (Id);
GO
create unique index UQ_ExportRun_Number on ExportRun (Number);
GO
create index IX_ExportRun_UpdatedAt_Seq on ExportRun (UpdatedAt, Seq);
GO
create index IX_ExportRun_Status_UpdatedAt_Seq on ExportRun (Status, UpdatedAt, Seq);
GO
create index IX_ExportRun_Status_Seq on ExportRun (Status, Seq);
GO
create index IX_ExportRun_ProgrammeId_Seq on ExportRun (ProgrammeId, Seq);
GO
create table ExportFile (
    ExportRunId text not null constraint PK_ExportFile primary key constraint FK_ExportFile_ExportRun references ExportRun (Id),
    Content blob not null
);
GO
create trigger TR_ExportFile_Update before update on ExportFile begin
    select raise(abort, 'An exported file is kept as it was written.');
end;
GO
create trigger TR_ExportFile_Delete before delete on ExportFile begin
    select raise(abort, 'An exported file is kept as it was written.');
end;
GO
-- Whether the run was acknowledged or voided may change; what it wrote may not, once it has its hash.
create trigger TR_ExportRun_Update before update of
    Id, Number, Format, ProgrammeId, PostedFrom, PostedTo,
    EntryCount, PostingCount, SumCents, FileName, Sha256,
    AuditSeq, AuditHash, CreatedBy, CreatedAt
on ExportRun when old.Sha256 <> '' begin
    select raise(abort, 'What an export run wrote is final.');
end;
GO
create trigger TR_ExportRun_Delete before delete on ExportRun begin
    select raise(abort, 'What an export run wrote is final.');
end;
GO
-- Each entry is in exactly one run of a format that is not voided.
create table ExportClaim (
    Format text not null,
    EntrySeq integer not null constraint FK_ExportClaim_JournalEntry references JournalEntry (Seq),
    ExportRunId text not null constraint FK_ExportClaim_ExportRun references ExportRun (Id),
    constraint PK_ExportClaim primary key (Format, EntrySeq)
);
GO
create index IX_ExportClaim_ExportRunId on ExportClaim (ExportRunId);

create table ExportHead (
    Id int not null constraint PK_ExportHead primary key constraint CK_ExportHead_Id check (Id = 1),
    Number int not null
);
GO
insert into ExportHead (Id, Number) values (1, 0);
GO
create table ExportRun (
    Seq bigint identity not null constraint PK_ExportRun primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Number int not null,
    Format nvarchar(20) collate Latin1_General_BIN2 not null constraint CK_ExportRun_Format check (Format in ('csv')),
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_ExportRun_Status check (Status in ('completed', 'acknowledged', 'voided')),
    -- The filter: entries of this programme, posted from and to these days; null means without a limit.
    ProgrammeId uniqueidentifier null constraint FK_ExportRun_Programme references Programme (Id),
    PostedFrom date null,
    PostedTo date null,
    EntryCount int not null,
    PostingCount int not null,
    SumCents bigint not null,
    FileName varchar(100) not null,
    Sha256 char(64) not null,
    -- The head of the audit chain when the run claimed its entries: a chain that is rewritten later no longer fits.
    AuditSeq bigint not null,
    AuditHash varchar(64) not null,
    CreatedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    AcknowledgedBy nvarchar(800) collate Latin1_General_BIN2 null,
    VoidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    VoidReason nvarchar(4000) null
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
    ExportRunId uniqueidentifier not null constraint PK_ExportFile primary key constraint FK_ExportFile_ExportRun references ExportRun (Id),
    Content varbinary(max) not null
);
GO
create trigger TR_ExportFile_Update on ExportFile instead of update as
    throw 50001, 'An exported file is kept as it was written.', 1;
GO
create trigger TR_ExportFile_Delete on ExportFile instead of delete as
    throw 50001, 'An exported file is kept as it was written.', 1;
GO
-- Whether the run was acknowledged or voided may change; what it wrote may not, once it has its hash.
create trigger TR_ExportRun_Update on ExportRun after update as
    if exists (select 1 from deleted where Sha256 <> '')
        and (update(Id) or update(Number) or update(Format) or update(ProgrammeId) or update(PostedFrom)
            or update(PostedTo) or update(EntryCount) or update(PostingCount) or update(SumCents) or update(FileName) or update(Sha256)
            or update(AuditSeq) or update(AuditHash) or update(CreatedBy) or update(CreatedAt))
    begin
        throw 50001, 'What an export run wrote is final.', 1;
    end;
GO
create trigger TR_ExportRun_Delete on ExportRun instead of delete as
    throw 50001, 'What an export run wrote is final.', 1;
GO
-- Each entry is in exactly one run of a format that is not voided.
create table ExportClaim (
    Format nvarchar(20) collate Latin1_General_BIN2 not null,
    EntrySeq bigint not null constraint FK_ExportClaim_JournalEntry references JournalEntry (Seq),
    ExportRunId uniqueidentifier not null constraint FK_ExportClaim_ExportRun references ExportRun (Id),
    constraint PK_ExportClaim primary key (Format, EntrySeq)
);
GO
create index IX_ExportClaim_ExportRunId on ExportClaim (ExportRunId);

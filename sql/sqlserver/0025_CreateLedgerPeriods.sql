create table LedgerPeriod (
    Seq bigint identity not null constraint PK_LedgerPeriod primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Month varchar(7) collate Latin1_General_BIN2 not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_LedgerPeriod_Status check (Status in ('proposed', 'confirmed', 'refused')),
    RefusalReason nvarchar(4000) null,
    ProposedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    DecidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_LedgerPeriod_FourEyes check (Status <> 'confirmed' or (DecidedBy is not null and DecidedBy <> ProposedBy))
);
GO
create unique index UQ_LedgerPeriod_Id on LedgerPeriod (Id);
GO
-- What was refused can be proposed again.
create unique index UQ_LedgerPeriod_Month on LedgerPeriod (Month) where Status <> 'refused';
GO
create index IX_LedgerPeriod_Status_Seq on LedgerPeriod (Status, Seq);
GO
create index IX_LedgerPeriod_Month_Seq on LedgerPeriod (Month, Seq);
GO
create index IX_LedgerPeriod_UpdatedAt_Seq on LedgerPeriod (UpdatedAt, Seq);

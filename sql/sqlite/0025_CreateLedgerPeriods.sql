create table LedgerPeriod (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Month text not null,
    Status text not null constraint CK_LedgerPeriod_Status check (Status in ('proposed', 'confirmed', 'refused')),
    RefusalReason text null,
    ProposedBy text not null,
    DecidedBy text null,
    CreatedAt text not null,
    UpdatedAt text not null,
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

-- Accepted reports that are examined anew after a remedy.
create table ReportReopening (
    Seq bigint identity not null constraint PK_ReportReopening primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_ReportReopening_Programme references Programme (Id),
    AwardId uniqueidentifier not null constraint FK_ReportReopening_Award references Award (Id),
    SpendingReportId uniqueidentifier not null constraint FK_ReportReopening_SpendingReport references SpendingReport (Id),
    RemedyId uniqueidentifier not null constraint FK_ReportReopening_AwardRemedy references AwardRemedy (Id),
    OfficeAgs nvarchar(8) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_ReportReopening_Status check (Status in ('proposed', 'confirmed', 'refused')),
    Reason nvarchar(4000) not null,
    RefusalReason nvarchar(4000) null,
    -- What the report had come to, and from when until when that held.
    Statement nvarchar(max) null,
    EntitlementCents bigint null,
    AcceptedOn date null,
    ProposedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    DecidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    DecidedOn date null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_ReportReopening_FourEyes check (Status <> 'confirmed' or (DecidedBy is not null and DecidedBy <> ProposedBy)),
    constraint CK_ReportReopening_Statement check (
        (Status = 'confirmed' and Statement is not null and AcceptedOn is not null)
        or (Status <> 'confirmed' and Statement is null and EntitlementCents is null and AcceptedOn is null)),
    constraint CK_ReportReopening_RefusalReason check (
        (Status = 'refused' and RefusalReason is not null) or (Status <> 'refused' and RefusalReason is null))
);
GO
create unique index UQ_ReportReopening_Id on ReportReopening (Id);
GO
-- One proposal at a time.
create unique index UQ_ReportReopening_SpendingReportId on ReportReopening (SpendingReportId) where Status = 'proposed';
GO
create index IX_ReportReopening_Status_Seq on ReportReopening (Status, Seq);
GO
create index IX_ReportReopening_SpendingReportId_Seq on ReportReopening (SpendingReportId, Seq);
GO
create index IX_ReportReopening_AwardId_Seq on ReportReopening (AwardId, Seq);

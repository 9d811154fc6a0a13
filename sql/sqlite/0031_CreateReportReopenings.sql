-- Accepted reports that are examined anew after a remedy.
create table ReportReopening (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_ReportReopening_Programme references Programme (Id),
    AwardId text not null constraint FK_ReportReopening_Award references Award (Id),
    SpendingReportId text not null constraint FK_ReportReopening_SpendingReport references SpendingReport (Id),
    RemedyId text not null constraint FK_ReportReopening_AwardRemedy references AwardRemedy (Id),
    OfficeAgs text not null,
    Status text not null constraint CK_ReportReopening_Status check (Status in ('proposed', 'confirmed', 'refused')),
    Reason text not null,
    RefusalReason text null,
    -- What the report had come to, and from when until when that held.
    Statement text null,
    EntitlementCents integer null,
    AcceptedOn text null,
    ProposedBy text not null,
    DecidedBy text null,
    DecidedOn text null,
    CreatedAt text not null,
    UpdatedAt text not null,
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

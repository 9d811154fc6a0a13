create table Award (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Reference text not null,
    ProgrammeId text not null constraint FK_Award_Programme references Programme (Id),
    ApplicationId text not null constraint FK_Award_Application references Application (Id),
    SelectionId text not null constraint FK_Award_Selection references Selection (Id),
    YouthOfficeId text not null constraint FK_Award_YouthOffice references YouthOffice (Id),
    OfficeAgs text not null,
    Status text not null
        constraint CK_Award_Status check (Status in ('offered', 'accepted', 'active', 'declined')),
    AmountCents integer not null constraint CK_Award_AmountCents check (AmountCents > 0),
    -- The budget lines in force, and the programme's terms as they were when the award was offered.
    Lines text not null,
    Terms text not null,
    StartsOn text not null,
    EndsOn text not null,
    ReportDueOn text not null,
    -- Requested, approved, released or settled; and of that settled.
    DrawnCents integer not null default 0,
    PaidCents integer not null default 0,
    PaymentCount integer not null default 0,
    OfferedBy text not null,
    OfferedOn text not null,
    AcceptedBy text null,
    AcceptedOn text null,
    FinalFrom text null,
    ActivatedBy text null,
    DeclinedBy text null,
    DeclineReason text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_Award_DrawnCents check (DrawnCents between 0 and AmountCents),
    constraint CK_Award_PaidCents check (PaidCents between 0 and DrawnCents)
);
GO
create unique index UQ_Award_Id on Award (Id);
GO
create unique index UQ_Award_Reference on Award (Reference);
GO
create unique index UQ_Award_ApplicationId on Award (ApplicationId);
GO
create index IX_Award_UpdatedAt_Seq on Award (UpdatedAt, Seq);
GO
create index IX_Award_Status_UpdatedAt_Seq on Award (Status, UpdatedAt, Seq);
GO
create index IX_Award_Status_Seq on Award (Status, Seq);
GO
create index IX_Award_OfficeAgs_Seq on Award (OfficeAgs, Seq);
GO
create index IX_Award_OfficeAgs_Status_Seq on Award (OfficeAgs, Status, Seq);
GO
create index IX_Award_ProgrammeId_Seq on Award (ProgrammeId, Seq);

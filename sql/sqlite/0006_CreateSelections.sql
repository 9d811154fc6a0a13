create table Selection (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_Selection_Programme references Programme (Id),
    Reference text not null,
    Status text not null
        constraint CK_Selection_Status check (Status in ('draft', 'proposed', 'sent-back', 'confirmed', 'published')),
    -- The ranking that it was made from, so that it can be recomputed to the same result.
    Ranking text not null,
    SentBackReason text null,
    CreatedBy text not null,
    CreatedAt text not null,
    UpdatedAt text not null,
    ProposedBy text null,
    ProposedOn text null,
    ConfirmedBy text null,
    ConfirmedOn text null,
    PublishedBy text null,
    PublishedOn text null,
    constraint CK_Selection_FourEyes check (
        (ConfirmedBy is null or (ProposedBy is not null and ConfirmedBy <> ProposedBy))
        and (Status <> 'proposed' or ProposedBy is not null)
        and (Status not in ('confirmed', 'published') or ConfirmedBy is not null)
        and (Status <> 'published' or PublishedBy is not null))
);
GO
create unique index UQ_Selection_Id on Selection (Id);
GO
create unique index UQ_Selection_Reference on Selection (Reference);
GO
create index IX_Selection_UpdatedAt_Seq on Selection (UpdatedAt, Seq);
GO
create index IX_Selection_Status_Seq on Selection (Status, Seq);
GO
create index IX_Selection_ProgrammeId_Seq on Selection (ProgrammeId, Seq);
GO
create table SelectionDecision (
    Seq integer primary key,
    SelectionId text not null constraint FK_SelectionDecision_Selection references Selection (Id),
    ApplicationId text not null constraint FK_SelectionDecision_Application references Application (Id),
    Decision text not null
        constraint CK_SelectionDecision_Decision check (Decision in ('select', 'waitlist', 'reject')),
    AmountCents integer null,
    WaitlistRank integer null,
    Reason text null,
    constraint CK_SelectionDecision_Parts check (
        (Decision = 'select' and AmountCents > 0 and WaitlistRank is null)
        or (Decision = 'waitlist' and AmountCents is null and WaitlistRank > 0)
        or (Decision = 'reject' and AmountCents is null and WaitlistRank is null and Reason is not null))
);
GO
create unique index UQ_SelectionDecision_SelectionId_ApplicationId on SelectionDecision (SelectionId, ApplicationId);
GO
create index IX_SelectionDecision_ApplicationId on SelectionDecision (ApplicationId);

create table RepaymentClaim (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_RepaymentClaim_Programme references Programme (Id),
    AwardId text not null constraint FK_RepaymentClaim_Award references Award (Id),
    Kind text not null
        constraint CK_RepaymentClaim_Kind check (Kind in ('unspent', 'disallowed', 'revoked', 'interest')),
    -- The report that it results from; none when the award was revoked, or for interest.
    SpendingReportId text null constraint FK_RepaymentClaim_SpendingReport references SpendingReport (Id),
    OfficeAgs text not null,
    Reference text not null,
    Status text not null
        constraint CK_RepaymentClaim_Status check (Status in ('claimed', 'partly-paid', 'paid', 'cancelled')),
    PrincipalCents integer not null constraint CK_RepaymentClaim_PrincipalCents check (PrincipalCents > 0),
    -- What is claimed no more, because the payment that it was about came back from the bank.
    ReducedCents integer not null default 0 constraint CK_RepaymentClaim_ReducedCents check (ReducedCents >= 0),
    PaidCents integer not null default 0,
    ClaimedOn text not null,
    DueOn text not null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_RepaymentClaim_SpendingReportId check (
        (Kind in ('unspent', 'disallowed') and SpendingReportId is not null)
        or (Kind in ('revoked', 'interest') and SpendingReportId is null)),
    constraint CK_RepaymentClaim_DueOn check (DueOn > ClaimedOn),
    constraint CK_RepaymentClaim_PaidCents check (PaidCents between 0 and PrincipalCents - ReducedCents),
    constraint CK_RepaymentClaim_Paid check (
        (Status = 'claimed' and PaidCents = 0)
        or (Status = 'partly-paid' and PaidCents > 0 and PaidCents < PrincipalCents - ReducedCents)
        or (Status = 'paid' and PaidCents > 0 and PaidCents = PrincipalCents - ReducedCents)
        or (Status = 'cancelled' and PaidCents = 0 and ReducedCents = PrincipalCents))
);
GO
create unique index UQ_RepaymentClaim_Id on RepaymentClaim (Id);
GO
create unique index UQ_RepaymentClaim_Reference on RepaymentClaim (Reference);
GO
create unique index UQ_RepaymentClaim_SpendingReportId on RepaymentClaim (SpendingReportId) where SpendingReportId is not null;
GO
create index IX_RepaymentClaim_UpdatedAt_Seq on RepaymentClaim (UpdatedAt, Seq);
GO
create index IX_RepaymentClaim_PrincipalCents_Seq on RepaymentClaim (PrincipalCents, Seq);
GO
create index IX_RepaymentClaim_Status_UpdatedAt_Seq on RepaymentClaim (Status, UpdatedAt, Seq);
GO
create index IX_RepaymentClaim_Status_Seq on RepaymentClaim (Status, Seq);
GO
create index IX_RepaymentClaim_OfficeAgs_Seq on RepaymentClaim (OfficeAgs, Seq);
GO
create index IX_RepaymentClaim_OfficeAgs_Status_Seq on RepaymentClaim (OfficeAgs, Status, Seq);
GO
create index IX_RepaymentClaim_ProgrammeId_Seq on RepaymentClaim (ProgrammeId, Seq);
GO
create index IX_RepaymentClaim_AwardId_Seq on RepaymentClaim (AwardId, Seq);
GO
create table RepaymentReceipt (
    Seq integer primary key,
    Id text not null,
    RepaymentClaimId text not null constraint FK_RepaymentReceipt_RepaymentClaim references RepaymentClaim (Id),
    AmountCents integer not null constraint CK_RepaymentReceipt_AmountCents check (AmountCents > 0),
    ReceivedOn text not null,
    BankReference text not null,
    RecordedBy text not null,
    CreatedAt text not null
);
GO
create unique index UQ_RepaymentReceipt_Id on RepaymentReceipt (Id);
GO
create unique index UQ_RepaymentReceipt_RepaymentClaimId_BankReference on RepaymentReceipt (RepaymentClaimId, BankReference);
GO
create index IX_RepaymentReceipt_RepaymentClaimId_Seq on RepaymentReceipt (RepaymentClaimId, Seq);

create table RepaymentClaim (
    Seq bigint identity not null constraint PK_RepaymentClaim primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_RepaymentClaim_Programme references Programme (Id),
    AwardId uniqueidentifier not null constraint FK_RepaymentClaim_Award references Award (Id),
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_RepaymentClaim_Kind check (Kind in ('unspent', 'disallowed', 'revoked', 'interest')),
    -- The report that it results from; none when the award was revoked, or for interest.
    SpendingReportId uniqueidentifier null constraint FK_RepaymentClaim_SpendingReport references SpendingReport (Id),
    OfficeAgs nvarchar(8) not null,
    Reference nvarchar(50) collate Latin1_General_BIN2 not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_RepaymentClaim_Status check (Status in ('claimed', 'partly-paid', 'paid', 'deferred', 'overpaid', 'waived',
            'written-off', 'cancelled')),
    PrincipalCents bigint not null constraint CK_RepaymentClaim_PrincipalCents check (PrincipalCents > 0),
    -- What is claimed no more: the payment that it was about came back from the bank, or its report was examined anew.
    ReducedCents bigint not null default 0 constraint CK_RepaymentClaim_ReducedCents check (ReducedCents >= 0),
    -- What is given up for good (Erlass), and what is not pursued for now (Niederschlagung).
    WaivedCents bigint not null default 0 constraint CK_RepaymentClaim_WaivedCents check (WaivedCents >= 0),
    WrittenOffCents bigint not null default 0 constraint CK_RepaymentClaim_WrittenOffCents check (WrittenOffCents >= 0),
    -- What has come in, also beyond what is claimed, and what of that was paid out again.
    PaidCents bigint not null default 0 constraint CK_RepaymentClaim_PaidCents check (PaidCents >= 0),
    RefundedCents bigint not null default 0 constraint CK_RepaymentClaim_RefundedCents check (RefundedCents >= 0),
    -- The day until which the site need not pay (Stundung).
    DeferredUntil date null,
    -- The day on which the audit trail has said that it is overdue; none since it was deferred.
    OverdueNotedOn date null,
    ClaimedOn date not null,
    DueOn date not null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_RepaymentClaim_SpendingReportId check (
        (Kind in ('unspent', 'disallowed') and SpendingReportId is not null)
        or (Kind in ('revoked', 'interest') and SpendingReportId is null)),
    constraint CK_RepaymentClaim_DueOn check (DueOn > ClaimedOn),
    -- A refund of money that had not come is owed as well, and given up like the principal.
    constraint CK_RepaymentClaim_Demanded check (ReducedCents + WaivedCents + WrittenOffCents <= PrincipalCents
        + case when RefundedCents > PaidCents then RefundedCents - PaidCents else 0 end),
    -- What came in, less what went back, against what is demanded: as ClaimStanding says it.
    constraint CK_RepaymentClaim_Standing check (
        (Status = 'overpaid' and WrittenOffCents = 0
            and PaidCents - RefundedCents > PrincipalCents - ReducedCents - WaivedCents - WrittenOffCents)
        or (Status = 'claimed' and DeferredUntil is null and PaidCents - RefundedCents <= 0
            and PaidCents - RefundedCents < PrincipalCents - ReducedCents - WaivedCents - WrittenOffCents)
        or (Status = 'partly-paid' and DeferredUntil is null and PaidCents - RefundedCents > 0
            and PaidCents - RefundedCents < PrincipalCents - ReducedCents - WaivedCents - WrittenOffCents)
        or (Status = 'deferred' and DeferredUntil is not null
            and PaidCents - RefundedCents < PrincipalCents - ReducedCents - WaivedCents - WrittenOffCents)
        or (Status = 'paid' and PaidCents - RefundedCents = PrincipalCents - ReducedCents - WaivedCents - WrittenOffCents)
        or (Status = 'waived' and WaivedCents > 0
            and PaidCents - RefundedCents = PrincipalCents - ReducedCents - WaivedCents - WrittenOffCents)
        or (Status = 'written-off' and WrittenOffCents > 0
            and PaidCents - RefundedCents = PrincipalCents - ReducedCents - WaivedCents - WrittenOffCents)
        or (Status = 'cancelled' and PaidCents = RefundedCents
            and PrincipalCents = ReducedCents + WaivedCents + WrittenOffCents))
);
GO
create unique index UQ_RepaymentClaim_Id on RepaymentClaim (Id);
GO
create unique index UQ_RepaymentClaim_Reference on RepaymentClaim (Reference);
GO
create index IX_RepaymentClaim_SpendingReportId_Seq on RepaymentClaim (SpendingReportId, Seq) where SpendingReportId is not null;
GO
create index IX_RepaymentClaim_UpdatedAt_Seq on RepaymentClaim (UpdatedAt, Seq);
GO
create index IX_RepaymentClaim_PrincipalCents_Seq on RepaymentClaim (PrincipalCents, Seq);
GO
create index IX_RepaymentClaim_Status_UpdatedAt_Seq on RepaymentClaim (Status, UpdatedAt, Seq);
GO
create index IX_RepaymentClaim_Status_Seq on RepaymentClaim (Status, Seq);
GO
-- The claims that can be overdue, and those of which the audit trail can still say so.
create index IX_RepaymentClaim_DeferredUntil_Seq on RepaymentClaim (DeferredUntil, Seq)
    where DeferredUntil is null and Status in ('claimed', 'partly-paid');
GO
create index IX_RepaymentClaim_OverdueNotedOn_DueOn_Seq on RepaymentClaim (OverdueNotedOn, DueOn, Seq)
    where OverdueNotedOn is null and Status in ('claimed', 'partly-paid');
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
    Seq bigint identity not null constraint PK_RepaymentReceipt primary key,
    Id uniqueidentifier not null,
    Version int not null,
    AwardId uniqueidentifier not null constraint FK_RepaymentReceipt_Award references Award (Id),
    Status varchar(20) collate Latin1_General_BIN2 not null default 'recorded'
        constraint CK_RepaymentReceipt_Status check (Status in ('recorded', 'reversal-proposed', 'reversal-refused', 'reversed')),
    -- The claim that the money came in on; none when there was none yet.
    RepaymentClaimId uniqueidentifier null constraint FK_RepaymentReceipt_RepaymentClaim references RepaymentClaim (Id),
    OfficeAgs nvarchar(8) not null,
    AmountCents bigint not null constraint CK_RepaymentReceipt_AmountCents check (AmountCents > 0),
    ReceivedOn date not null,
    -- Binary: capital and small letters differ, as they do on SQLite.
    BankReference nvarchar(280) collate Latin1_General_BIN2 not null,
    RecordedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    -- The entry that posted it: what a reversal refers to.
    EntrySeq bigint null constraint FK_RepaymentReceipt_Entry references JournalEntry (Seq),
    -- A reversal, by two people.
    ReversalReason nvarchar(4000) null,
    ReversalProposedBy nvarchar(800) collate Latin1_General_BIN2 null,
    ReversalDecidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    RefusalReason nvarchar(4000) null,
    ReversedOn date null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_RepaymentReceipt_Reversal check (
        (Status = 'recorded' and ReversalProposedBy is null and ReversedOn is null)
        or (Status in ('reversal-proposed', 'reversal-refused') and ReversalProposedBy is not null and ReversalReason is not null
            and ReversedOn is null)
        or (Status = 'reversed' and ReversalReason is not null and ReversedOn is not null and ReversalDecidedBy is not null
            and ReversalDecidedBy <> ReversalProposedBy))
);
GO
create unique index UQ_RepaymentReceipt_Id on RepaymentReceipt (Id);
GO
create unique index UQ_RepaymentReceipt_RepaymentClaimId_BankReference on RepaymentReceipt (RepaymentClaimId, BankReference)
    where RepaymentClaimId is not null and Status <> 'reversed';
GO
create unique index UQ_RepaymentReceipt_AwardId_BankReference on RepaymentReceipt (AwardId, BankReference)
    where RepaymentClaimId is null and Status <> 'reversed';
GO
create index IX_RepaymentReceipt_AwardId_Seq on RepaymentReceipt (AwardId, Seq) where RepaymentClaimId is null;
GO
create index IX_RepaymentReceipt_Status_Seq on RepaymentReceipt (Status, Seq);
GO
create index IX_RepaymentReceipt_RepaymentClaimId_Seq on RepaymentReceipt (RepaymentClaimId, Seq);

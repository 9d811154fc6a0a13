create table Programme (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Code text not null,
    Status text not null
        constraint CK_Programme_Status check (Status in ('draft', 'open', 'closed', 'decided', 'running', 'completed', 'cancelled')),
    -- The limits that conditional updates guard; the rest of what the programme sets is in Terms.
    SiteLimit integer not null constraint CK_Programme_SiteLimit check (SiteLimit > 0),
    CapCents integer not null constraint CK_Programme_CapCents check (CapCents > 0),
    BudgetCents integer not null constraint CK_Programme_BudgetCents check (BudgetCents > 0),
    -- How many reviews an application needs, from the terms: tasks compare it.
    ReviewQuorum integer not null constraint CK_Programme_ReviewQuorum check (ReviewQuorum > 0),
    Terms text not null,
    LotCommitment text not null,
    -- The last day of the window, from the terms: the clock closes the programme after it.
    ClosesOn text not null,
    -- The programme that had the terms before. No foreign key: as long as that one is a draft, it can be deleted.
    CopiedFrom text null,
    LateExceptions text null,
    CancelReason text null,
    LotSecret text null,
    LotValue text null,
    LotEnteredBy text null,
    LotConfirmedBy text null,
    -- Counters: references without gaps, places taken, money committed.
    ApplicationCount integer not null default 0,
    AwardCount integer not null default 0,
    SelectionCount integer not null default 0,
    ExtensionCount integer not null default 0,
    SelectedCount integer not null default 0,
    CommittedCents integer not null default 0,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_Programme_LotFourEyes check (LotConfirmedBy is null or (LotEnteredBy is not null and LotConfirmedBy <> LotEnteredBy)),
    constraint CK_Programme_Selected check (SelectedCount between 0 and SiteLimit),
    constraint CK_Programme_Committed check (CommittedCents between 0 and BudgetCents)
);
GO
create unique index UQ_Programme_Id on Programme (Id);
GO
create unique index UQ_Programme_Code on Programme (Code);
GO
create index IX_Programme_LotCommitment on Programme (LotCommitment);
GO
create index IX_Programme_ClosesOn on Programme (ClosesOn) where Status = 'open';
GO
-- A copy has a commitment of its own; that no other programme has it is asked before.
create unique index UQ_Programme_LotCommitment on Programme (LotCommitment) where CopiedFrom is not null;
GO
create index IX_Programme_UpdatedAt_Seq on Programme (UpdatedAt, Seq);
GO
create index IX_Programme_LotConfirmedBy_Seq on Programme (LotConfirmedBy, Seq) where LotEnteredBy is not null and LotConfirmedBy is null;

create table Programme (
    Seq bigint identity not null constraint PK_Programme primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Code nvarchar(20) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Programme_Status check (Status in ('draft', 'open', 'closed', 'decided', 'running', 'completed', 'cancelled')),
    -- The limits that conditional updates guard; the rest of what the programme sets is in Terms.
    SiteLimit int not null constraint CK_Programme_SiteLimit check (SiteLimit > 0),
    CapCents bigint not null constraint CK_Programme_CapCents check (CapCents > 0),
    BudgetCents bigint not null constraint CK_Programme_BudgetCents check (BudgetCents > 0),
    -- How many reviews an application needs, from the terms: tasks compare it.
    ReviewQuorum int not null constraint CK_Programme_ReviewQuorum check (ReviewQuorum > 0),
    Terms nvarchar(max) not null,
    LotCommitment nvarchar(64) not null,
    -- The last day of the window, from the terms: the clock closes the programme after it.
    ClosesOn date not null,
    -- The programme that had the terms before. No foreign key: as long as that one is a draft, it can be deleted.
    CopiedFrom uniqueidentifier null,
    LateExceptions nvarchar(max) null,
    CancelReason nvarchar(4000) null,
    LotSecret nvarchar(400) null,
    LotValue nvarchar(400) null,
    LotEnteredBy nvarchar(800) collate Latin1_General_BIN2 null,
    LotConfirmedBy nvarchar(800) collate Latin1_General_BIN2 null,
    -- Counters: references without gaps, places taken, money committed.
    ApplicationCount int not null default 0,
    AwardCount int not null default 0,
    SelectionCount int not null default 0,
    ExtensionCount int not null default 0,
    SelectedCount int not null default 0,
    CommittedCents bigint not null default 0,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
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

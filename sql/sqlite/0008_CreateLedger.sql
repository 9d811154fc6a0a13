-- The sequence over all entries, and the number of the last entry of each fiscal year: taken as late as possible, so that commit order is
-- number order.
create table JournalHead (
    Id integer not null primary key constraint CK_JournalHead_Id check (Id = 1),
    Seq integer not null,
    -- The last day of the last closed month; null when none is closed.
    ClosedOn text null
);
GO
insert into JournalHead (Id, Seq) values (1, 0);
GO
create table JournalYear (
    FiscalYear integer not null primary key,
    Number integer not null
);
GO
create table Account (
    Number text not null constraint PK_Account primary key,
    Name text not null,
    Kind text not null
        constraint CK_Account_Kind check (Kind in ('asset', 'liability', 'income', 'expense', 'memo'))
);
GO
create table JournalEntry (
    Seq integer primary key,
    FiscalYear integer not null,
    Number integer not null,
    Event text not null,
    ProgrammeId text null constraint FK_JournalEntry_Programme references Programme (Id),
    AwardId text null constraint FK_JournalEntry_Award references Award (Id),
    DocumentId text not null,
    DocumentReference text not null,
    Text text not null,
    DocumentOn text not null,
    PostedOn text not null,
    CreatedAt text not null,
    EnteredBy text not null,
    -- The entry that this one reverses.
    ReversesSeq integer null constraint FK_JournalEntry_Reverses references JournalEntry (Seq)
);
GO
create unique index UQ_JournalEntry_FiscalYear_Number on JournalEntry (FiscalYear, Number);
GO
create index IX_JournalEntry_ProgrammeId_Seq on JournalEntry (ProgrammeId, Seq);
GO
create index IX_JournalEntry_AwardId_Seq on JournalEntry (AwardId, Seq);
GO
create unique index UQ_JournalEntry_PostedOn_Seq on JournalEntry (PostedOn, Seq);
GO
create table Posting (
    EntrySeq integer not null,
    Line integer not null,
    -- The entry's, so that the postings of an account are found by their days.
    PostedOn text not null,
    DebitAccount text not null constraint FK_Posting_DebitAccount references Account (Number),
    CreditAccount text not null constraint FK_Posting_CreditAccount references Account (Number),
    AmountCents integer not null constraint CK_Posting_AmountCents check (AmountCents > 0),
    constraint PK_Posting primary key (EntrySeq, Line),
    constraint FK_Posting_JournalEntry foreign key (PostedOn, EntrySeq) references JournalEntry (PostedOn, Seq),
    constraint CK_Posting_Accounts check (DebitAccount <> CreditAccount)
);
GO
create index IX_Posting_DebitAccount_PostedOn_EntrySeq_Line on Posting (DebitAccount, PostedOn, EntrySeq, Line);
GO
create index IX_Posting_CreditAccount_PostedOn_EntrySeq_Line on Posting (CreditAccount, PostedOn, EntrySeq, Line);
GO
-- What was posted to an account up to the end of a day: a row for each day on which something was. The last row up to a day tells what
-- was posted up to that day. Kept by the transaction that posts.
create table AccountBalance (
    Account text not null constraint FK_AccountBalance_Account references Account (Number),
    PostedOn text not null,
    DebitCents integer not null constraint CK_AccountBalance_DebitCents check (DebitCents >= 0),
    CreditCents integer not null constraint CK_AccountBalance_CreditCents check (CreditCents >= 0),
    constraint PK_AccountBalance primary key (Account, PostedOn)
);
GO
-- What was posted of a programme or an award by each pair of accounts, up to the end of a day, as the balances of the accounts are.
create table PostedSum (
    ScopeId text not null,
    DebitAccount text not null constraint FK_PostedSum_DebitAccount references Account (Number),
    CreditAccount text not null constraint FK_PostedSum_CreditAccount references Account (Number),
    PostedOn text not null,
    AmountCents integer not null constraint CK_PostedSum_AmountCents check (AmountCents >= 0),
    constraint PK_PostedSum primary key (ScopeId, DebitAccount, CreditAccount, PostedOn)
);
GO
create trigger TR_JournalEntry_Insert before insert on JournalEntry
when new.PostedOn <= (select ClosedOn from JournalHead) begin
    select raise(abort, 'A closed month gets no entry.');
end;
GO
create trigger TR_JournalEntry_Update before update on JournalEntry begin
    select raise(abort, 'The journal is append-only.');
end;
GO
create trigger TR_JournalEntry_Delete before delete on JournalEntry begin
    select raise(abort, 'The journal is append-only.');
end;
GO
create trigger TR_Posting_Update before update on Posting begin
    select raise(abort, 'The journal is append-only.');
end;
GO
create trigger TR_Posting_Delete before delete on Posting begin
    select raise(abort, 'The journal is append-only.');
end;
GO
-- The journal takes nothing back, so what was posted only grows.
create trigger TR_AccountBalance_Update before update on AccountBalance
when new.Account <> old.Account or new.PostedOn <> old.PostedOn
    or new.DebitCents < old.DebitCents or new.CreditCents < old.CreditCents begin
    select raise(abort, 'What was posted to an account only grows.');
end;
GO
create trigger TR_AccountBalance_Delete before delete on AccountBalance begin
    select raise(abort, 'What was posted to an account only grows.');
end;

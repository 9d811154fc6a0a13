-- The sequence over all entries, and the number of the last entry of each fiscal year: taken as late as possible, so that commit order is
-- number order.
create table JournalHead (
    Id int not null constraint PK_JournalHead primary key constraint CK_JournalHead_Id check (Id = 1),
    Seq bigint not null,
    -- The last day of the last closed month; null when none is closed.
    ClosedOn date null
);
GO
insert into JournalHead (Id, Seq) values (1, 0);
GO
create table JournalYear (
    FiscalYear int not null constraint PK_JournalYear primary key,
    Number int not null
);
GO
create table Account (
    Number nvarchar(10) collate Latin1_General_BIN2 not null constraint PK_Account primary key,
    Name nvarchar(100) not null,
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Account_Kind check (Kind in ('asset', 'liability', 'income', 'expense', 'memo'))
);
GO
create table JournalEntry (
    Seq bigint not null constraint PK_JournalEntry primary key,
    FiscalYear int not null,
    Number int not null,
    Event varchar(60) collate Latin1_General_BIN2 not null,
    ProgrammeId uniqueidentifier null constraint FK_JournalEntry_Programme references Programme (Id),
    AwardId uniqueidentifier null constraint FK_JournalEntry_Award references Award (Id),
    DocumentId uniqueidentifier not null,
    DocumentReference nvarchar(50) not null,
    Text nvarchar(200) not null,
    DocumentOn date not null,
    PostedOn date not null,
    CreatedAt datetime2(3) not null,
    EnteredBy nvarchar(800) collate Latin1_General_BIN2 not null,
    -- The entry that this one reverses.
    ReversesSeq bigint null constraint FK_JournalEntry_Reverses references JournalEntry (Seq)
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
    EntrySeq bigint not null,
    Line int not null,
    -- The entry's, so that the postings of an account are found by their days.
    PostedOn date not null,
    DebitAccount nvarchar(10) collate Latin1_General_BIN2 not null constraint FK_Posting_DebitAccount references Account (Number),
    CreditAccount nvarchar(10) collate Latin1_General_BIN2 not null constraint FK_Posting_CreditAccount references Account (Number),
    AmountCents bigint not null constraint CK_Posting_AmountCents check (AmountCents > 0),
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
    Account nvarchar(10) collate Latin1_General_BIN2 not null constraint FK_AccountBalance_Account references Account (Number),
    PostedOn date not null,
    DebitCents bigint not null constraint CK_AccountBalance_DebitCents check (DebitCents >= 0),
    CreditCents bigint not null constraint CK_AccountBalance_CreditCents check (CreditCents >= 0),
    constraint PK_AccountBalance primary key (Account, PostedOn)
);
GO
-- What was posted of a programme or an award by each pair of accounts, up to the end of a day, as the balances of the accounts are.
create table PostedSum (
    ScopeId uniqueidentifier not null,
    DebitAccount nvarchar(10) collate Latin1_General_BIN2 not null constraint FK_PostedSum_DebitAccount references Account (Number),
    CreditAccount nvarchar(10) collate Latin1_General_BIN2 not null constraint FK_PostedSum_CreditAccount references Account (Number),
    PostedOn date not null,
    AmountCents bigint not null constraint CK_PostedSum_AmountCents check (AmountCents >= 0),
    constraint PK_PostedSum primary key (ScopeId, DebitAccount, CreditAccount, PostedOn)
);
GO
create trigger TR_JournalEntry_Insert on JournalEntry after insert as
    if exists (select 1 from inserted i join JournalHead h on i.PostedOn <= h.ClosedOn)
    begin
        throw 50001, 'A closed month gets no entry.', 1;
    end;
GO
create trigger TR_JournalEntry_Update on JournalEntry instead of update as
    throw 50001, 'The journal is append-only.', 1;
GO
create trigger TR_JournalEntry_Delete on JournalEntry instead of delete as
    throw 50001, 'The journal is append-only.', 1;
GO
create trigger TR_Posting_Update on Posting instead of update as
    throw 50001, 'The journal is append-only.', 1;
GO
create trigger TR_Posting_Delete on Posting instead of delete as
    throw 50001, 'The journal is append-only.', 1;
GO
-- The journal takes nothing back, so what was posted only grows.
create trigger TR_AccountBalance_Update on AccountBalance after update as
    if update(Account) or update(PostedOn) or exists (
        select 1 from inserted i join deleted d on d.Account = i.Account and d.PostedOn = i.PostedOn
        where i.DebitCents < d.DebitCents or i.CreditCents < d.CreditCents)
    begin
        throw 50001, 'What was posted to an account only grows.', 1;
    end;
GO
create trigger TR_AccountBalance_Delete on AccountBalance instead of delete as
    throw 50001, 'What was posted to an account only grows.', 1;

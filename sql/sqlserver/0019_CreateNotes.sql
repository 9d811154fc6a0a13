-- Notes on resources of a round: append-only; one that is wrong is struck.
create table Note (
    Seq bigint identity not null constraint PK_Note primary key,
    Id uniqueidentifier not null,
    Version int not null,
    -- A path, as clients write it.
    Resource varchar(80) collate Latin1_General_BIN2 not null,
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Note_Kind check (Kind in ('note', 'call', 'question', 'discussion')),
    Text nvarchar(max) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null constraint CK_Note_Status check (Status in ('written', 'struck')),
    -- What it is about belongs to these; a draft programme can be deleted, and its notes stay.
    ProgrammeId uniqueidentifier null,
    OfficeAgs nvarchar(8) null,
    Author nvarchar(800) collate Latin1_General_BIN2 not null,
    WrittenOn date not null,
    StruckBy nvarchar(800) collate Latin1_General_BIN2 null,
    StrikeReason nvarchar(4000) null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_Note_Struck check (
        (Status = 'written' and StruckBy is null) or (Status = 'struck' and StruckBy is not null and StrikeReason is not null))
);
GO
create unique index UQ_Note_Id on Note (Id);
GO
create index IX_Note_UpdatedAt_Seq on Note (UpdatedAt, Seq);
GO
create index IX_Note_Resource_UpdatedAt_Seq on Note (Resource, UpdatedAt, Seq);
GO
create index IX_Note_Resource_Seq on Note (Resource, Seq);
GO
create trigger TR_Note_Update on Note after update as
    if exists (select 1 from inserted i join deleted d on d.Seq = i.Seq where i.Text <> d.Text or d.Status = 'struck')
    begin
        throw 50001, 'A note is append-only.', 1;
    end;
GO
create trigger TR_Note_Delete on Note instead of delete as
    throw 50001, 'A note is append-only.', 1;

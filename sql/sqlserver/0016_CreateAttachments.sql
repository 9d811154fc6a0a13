-- A file that somebody has uploaded. Its bytes stand apart, so that no list reads them.
create table StoredFile (
    Seq bigint identity not null constraint PK_StoredFile primary key,
    Id uniqueidentifier not null,
    Name nvarchar(400) not null,
    ContentType varchar(100) collate Latin1_General_BIN2 not null,
    Size int not null constraint CK_StoredFile_Size check (Size > 0),
    Sha256 char(64) not null,
    CreatedAt datetime2(3) not null
);
GO
create unique index UQ_StoredFile_Id on StoredFile (Id);
GO
create table StoredFilePart (
    Seq bigint identity not null constraint PK_StoredFilePart primary key,
    FileId uniqueidentifier not null constraint FK_StoredFilePart_StoredFile references StoredFile (Id),
    -- From 0, in the order of the bytes.
    Number int not null,
    Content varbinary(max) not null
);
GO
create unique index UQ_StoredFilePart_FileId_Number on StoredFilePart (FileId, Number);
GO
create table ApplicationAttachment (
    Seq bigint identity not null constraint PK_ApplicationAttachment primary key,
    Id uniqueidentifier not null constraint FK_ApplicationAttachment_StoredFile references StoredFile (Id),
    ApplicationId uniqueidentifier not null constraint FK_ApplicationAttachment_Application references Application (Id),
    -- The versions that have the file: null until it is submitted, and as long as the application has it.
    FirstVersion int null,
    LastVersion int null,
    constraint CK_ApplicationAttachment_LastVersion check (
        LastVersion is null or (FirstVersion is not null and FirstVersion <= LastVersion))
);
GO
create unique index UQ_ApplicationAttachment_Id on ApplicationAttachment (Id);
GO
create index IX_ApplicationAttachment_ApplicationId_Seq on ApplicationAttachment (ApplicationId, Seq);
GO
create trigger TR_ApplicationAttachment_Delete on ApplicationAttachment after delete as
    if exists (select 1 from deleted where FirstVersion is not null)
    begin
        throw 50001, 'A submitted version keeps its files.', 1;
    end;
GO
create trigger TR_StoredFile_Update on StoredFile instead of update as
    throw 50001, 'A stored file does not change.', 1;
GO
create trigger TR_StoredFilePart_Update on StoredFilePart instead of update as
    throw 50001, 'A stored file does not change.', 1;

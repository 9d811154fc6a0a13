-- For each character of a title's key, but blanks, what stands from there on, without blanks at its end: a text that stands anywhere
-- in a title is the beginning of one of them.
create table TitleSuffix (
    Suffix nvarchar(32) collate Latin1_General_BIN2 not null,
    ApplicationSeq bigint not null constraint FK_TitleSuffix_Application references Application (Seq),
    constraint PK_TitleSuffix primary key (Suffix, ApplicationSeq)
);
GO
create index IX_TitleSuffix_ApplicationSeq on TitleSuffix (ApplicationSeq);
GO
-- The places of characters in a key: 1 to 800.
create table TitlePosition (
    N int not null constraint PK_TitlePosition primary key
);
GO
with Position (N) as (select 1 union all select N + 1 from Position where N < 800)
insert into TitlePosition (N) select N from Position option (maxrecursion 800);

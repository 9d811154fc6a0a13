namespace Auridis.Grants.BrowserTests;

/// <summary>From the call to the letters that tell what was decided.</summary>
[TestFixture]
public sealed class CallRoundTests : Round
{
    const string Withdrawing = "05913000";
    const string Failing = "05915000";

    [Test]
    [CancelAfter(1_200_000)]
    public async Task A_call_is_played_to_its_letters_as_the_fields_are_filled()
    {
        using var others = new Backstage(Server.Url);

        await Play("getLiveness", "getReadiness", "listProblems", "getProblem");
        await As("admin-1", "createYouthOffice", "listYouthOffices", "getYouthOffice", "editYouthOffice", "importYouthOffices");
        await As("caseworker-1", "setClock", "getClock", "createProgramme", "getProgramme", "editProgramme", "deleteProgramme",
            "listProgrammes", "copyProgramme", "deleteProgramme", "listProgrammes", "openProgramme", "getProgrammeFunnel",
            "proposeExtension", "getExtension", "refuseExtension", "proposeExtension");
        await As("caseworker-2", "confirmExtension", "getProgramme", "grantLateException");

        await As("applicant-" + Withdrawing, "listProgrammes", "createApplication", "withdrawApplication");
        await others.Fail(Failing);
        await As("applicant-" + Site, "createApplication", "addContact", "addContact", "listContacts", "getContact", "editContact",
            "replaceContact");
        await As("applicant-" + Site, "listApplications", "getApplication", "editApplication", "patchApplication",
            "addAttachment", "listAttachments", "getAttachment", "deleteAttachment", "getApplication", "addAttachment",
            "getCompleteness", "submitApplication", "recallApplication", "submitApplication");
        await As("caseworker-1", "getApplication", "returnApplication", "setMendingDate");
        await As("applicant-" + Site, "getApplication", "submitApplication", "listApplicationVersions", "getApplicationVersion",
            "compareApplicationVersions", "printApplicationVersion");
        await As("caseworker-1", "listTasks", "checkApplication", "assignReview", "listReviews", "getReview");
        await As("reviewer-1", "declareConflict", "saveScores", "submitReview");
        await As("caseworker-1", "reassignReview", "withdrawReview", "distributeReviews", "listReviewers");
        await others.Review(Site, points: 8);
        foreach (var office in new[] { Declining, Waiting })
            await others.Apply(await others.Only("caseworker-1", "/programmes"), office, points: 6);

        await MoveClockTo("2018-12-10");
        await As("caseworker-1", "getProgramme");
        await As("decider-1", "enterLot");
        await As("decider-2", "confirmLot", "saveConflictDeclaration");
        await As("decider-1", "saveConflictDeclaration", "getConflictDeclaration", "getRanking", "createSelection", "listSelections",
            "getSelection", "getSelectionRanking", "verifySelection", "editSelection", "proposeSelection");
        await As("decider-2", "sendBackSelection");
        await As("decider-1", "proposeSelection");
        await As("decider-2", "confirmSelection");
        await As("decider-1", "publishSelection");

        await MoveClockTo("2018-12-14");
        await As("applicant-" + Site, "listApplications");
        await As("caseworker-1", "listLetters", "getLetter", "getLetterDocument", "dispatchLetter");
        await MoveClockTo("2018-12-18");
        await As("caseworker-1", "recordLetterReceipt", "getApplication", "addNote", "getNote", "listNotes", "strikeNote");
        await MoveClockTo("2019-02-06");
        await As("applicant-" + Failing, "listApplications");
        await As("caseworker-1", "getApplication", "proposeReopening");
        await As("decider-1", "confirmReopening");

        await As("applicant-" + Declining, "listApplications", "addBankAccount");
        await As("finance-3", "refuseBankAccount");
        await As("applicant-" + Site, "listApplications", "addBankAccount", "listBankAccounts", "getBankAccount");
        await As("finance-3", "verifyBankAccount");
        await As("finance-1", "blockBankAccount");
        await As("finance-3", "verifyBankAccount");

        await As("caseworker-1", "copyProgramme", "openProgramme");
        await As("decider-1", "cancelProgramme");

        await IsEverythingOfTheCall();
    }
}

namespace Auridis.Grants.Api.Features.Disbursements;

static class PaymentBatchProblems
{
    public static readonly Problem DisbursementUnknown = new("disbursement-unknown", 409,
        new("Unknown payment", "Unbekannte Zahlung"),
        new("There is no payment {disbursementId}.", "Eine Zahlung {disbursementId} gibt es nicht."))
    {
        Example = [("disbursementId", Guid.Parse("01926f3a-5c00-7000-8000-000000000011"))],
    };

    public static readonly Problem InAnotherBatch = new("in-another-batch", 409,
        new("In another batch", "In einem anderen Zahlungslauf"),
        new("Payment {payment} is in batch {batch}.", "Die Zahlung {payment} ist im Zahlungslauf {batch}."))
    {
        Example = [("payment", "GA-2018-A-Z-01-P01"), ("batch", "ZL-2019-0001")],
    };

    public static readonly Problem PaymentNotReleased = new("payment-not-released", 409,
        new("Payment not released", "Zahlung nicht angeordnet"),
        new("Payment {payment} is '{actual}'; a batch is made of released ones.",
            "Die Zahlung {payment} ist „{actual}“; ein Zahlungslauf besteht aus angeordneten."))
    {
        Example = [("payment", "GA-2018-A-Z-01-P01"), ("actual", "settled")],
    };

    public static readonly Problem RecordPending = new("record-pending", 409,
        new("Something is recorded of the payment", "Zur Zahlung ist etwas erfasst"),
        new("A booking or a stop of payment {payment} is recorded and not confirmed.",
            "Zur Zahlung {payment} ist eine Buchung oder ein Anhalten erfasst und nicht bestätigt."))
    {
        Example = [("payment", "GA-2018-A-Z-01-P01")],
    };

    public static readonly Problem NothingToPay = new("nothing-to-pay", 409,
        new("Nothing to pay", "Nichts zu zahlen"),
        new("No released payment waits for a batch.", "Keine angeordnete Zahlung wartet auf einen Zahlungslauf."));

    public static readonly Problem ExecutionDayPassed = new("execution-day-passed", 409,
        new("Execution day passed", "Ausführungstag vorbei"),
        new("The bank was to pay on {executionOn}; today is {today}. Void the batch and create another one.",
            "Die Bank sollte am {executionOn} zahlen; heute ist der {today}. Bitte stornieren Sie den Zahlungslauf und bilden Sie einen "
            + "neuen."))
    {
        Example = [("executionOn", new DateOnly(2019, 2, 8)), ("today", new DateOnly(2019, 2, 11))],
    };
}

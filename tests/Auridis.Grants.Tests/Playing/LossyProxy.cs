using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Auridis.Grants.Tests.Playing;

/// <summary>
/// Stands between the driver and SQL Server, and cuts the connection at a chosen request: before the server hears of it, or before it can
/// answer. Or it answers in the server's place, with what no server can be made to say when a test wants it.
/// </summary>
sealed class LossyProxy : IAsyncDisposable
{
    // [MS-TDS] 2.2.3.1.1 and 2.2.7.17: a transaction manager request, its eight bytes of header and 22 of ALL_HEADERS, then what it asks
    // for.
    const byte TransactionManagerRequest = 0x0E;
    const int OffsetOfKind = 30;
    const byte Commit = 7;
    const byte Rollback = 8;

    // A statement with parameters.
    const byte RemoteProcedureCall = 0x03;

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly (string Host, int Port) server;
    readonly Task accepting;
    int armed;
    int refusals;
    int statements;
    volatile Substitute? substitute;

    public LossyProxy(string connectionString)
    {
        var settings = new SqlConnectionStringBuilder(connectionString);
        var address = settings.DataSource.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',');
        server = (address[0], address.Length > 1 ? int.Parse(address[1], System.Globalization.CultureInfo.InvariantCulture) : 1433);
        listener.Start();
        settings.DataSource = $"127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port}";
        // What is encrypted cannot be told apart.
        settings.Encrypt = SqlConnectionEncryptOption.Optional;
        // Each attempt is to reach this proxy, and not the driver's memory of the last one.
        settings.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
        ConnectionString = settings.ToString();
        accepting = Accept();
    }

    /// <summary>The same database by way of this proxy.</summary>
    public string ConnectionString { get; }

    /// <summary>How often a connection was cut.</summary>
    public int Losses { get; private set; }

    /// <summary>How many statements the server was sent.</summary>
    public int Statements => Volatile.Read(ref statements);

    /// <summary>Answers statements with an error of the server that they never reach, until it is told to stop.</summary>
    /// <param name="containing">What is in the text of these statements.</param>
    /// <param name="times">So many statements at most.</param>
    public void Fail(string containing, int number, byte severity, int times = int.MaxValue) =>
        substitute = new(containing, Tds.Error(number, severity), times);

    /// <summary>Answers statements as a server does that counts no rows.</summary>
    public void CountNothing(string containing) => substitute = new(containing, Tds.DoneWithoutCount, int.MaxValue);

    public void Relent() => substitute = null;

    /// <summary>
    /// Cuts the connection of the next request of the kind; and then refuses a number of connections, as a server that is down.
    /// </summary>
    public void Lose(Loss loss, int thenRefuse = 0)
    {
        refusals = thenRefuse;
        Volatile.Write(ref armed, (int)loss);
    }

    public async ValueTask DisposeAsync()
    {
        using (var pool = new SqlConnection(ConnectionString))
            SqlConnection.ClearPool(pool);
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
        listener.Dispose();
    }

    async Task Accept()
    {
        List<Task> relays = [];
        try
        {
            while (true)
                relays.Add(Relay(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relays);
        }
    }

    async Task Relay(TcpClient client)
    {
        using var upstream = new TcpClient();
        using (client)
        {
            if (Volatile.Read(ref armed) == 0 && Interlocked.Decrement(ref refusals) >= 0)
                return;
            await upstream.ConnectAsync(server.Host, server.Port, stop.Token);
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            var answerIsLost = false;
            await Task.WhenAll(
                Pump(client, upstream, Request, bytes => substitute?.For(bytes.Span), cut),
                Pump(upstream, client, _ => !Volatile.Read(ref answerIsLost), _ => null, cut));

            bool Request(ReadOnlyMemory<byte> bytes)
            {
                if (bytes.Span is [RemoteProcedureCall, ..])
                    Interlocked.Increment(ref statements);
                var loss = (Loss)Volatile.Read(ref armed);
                if (!IsOf(loss, bytes.Span) || Interlocked.CompareExchange(ref armed, 0, (int)loss) != (int)loss)
                    return true;
                Losses++;
                Volatile.Write(ref answerIsLost, loss == Loss.OfTheAnswer);
                return loss == Loss.OfTheAnswer;
            }
        }
    }

    static bool IsOf(Loss loss, ReadOnlySpan<byte> bytes) => loss switch
    {
        Loss.OfTheRequest or Loss.OfTheAnswer => IsTransactionRequest(bytes, Commit),
        Loss.OfTheRollback => IsTransactionRequest(bytes, Rollback),
        Loss.OfAStatement => bytes.Length > 0 && bytes[0] == RemoteProcedureCall,
        _ => false,
    };

    static bool IsTransactionRequest(ReadOnlySpan<byte> bytes, byte kind) =>
        bytes.Length > OffsetOfKind && bytes[0] == TransactionManagerRequest && bytes[OffsetOfKind] == kind;

    /// <summary>
    /// Passes bytes on, or answers them, for as long as they may pass; then the connection is cut on both sides.
    /// </summary>
    static async Task Pump(
        TcpClient from, TcpClient to, Func<ReadOnlyMemory<byte>, bool> mayPass, Func<ReadOnlyMemory<byte>, byte[]?> answerOf,
        CancellationTokenSource cut)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, cut.Token) is > 0 and var count && mayPass(buffer.AsMemory(0, count)))
            {
                if (answerOf(buffer.AsMemory(0, count)) is { } answer)
                    await from.GetStream().WriteAsync(answer, cut.Token);
                else
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, count), cut.Token);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // One side has gone; so does the other.
        }
        await cut.CancelAsync();
    }
}

/// <summary>What is said in the server's place.</summary>
sealed class Substitute(string containing, byte[] answer, int times)
{
    readonly byte[] text = Encoding.Unicode.GetBytes(containing);
    int left = times;

    /// <returns>The answer; null when the server is to give it.</returns>
    public byte[]? For(ReadOnlySpan<byte> request) =>
        Tds.IsStatement(request) && request.IndexOf(text) >= 0 && Interlocked.Decrement(ref left) >= 0 ? answer : null;
}

/// <summary>Answers of a server, as [MS-TDS] writes them.</summary>
static class Tds
{
    const byte Batch = 0x01;
    const byte RemoteProcedureCall = 0x03;

    /// <summary>A statement is through, and nobody has counted its rows: 2.2.7.6.</summary>
    public static byte[] DoneWithoutCount => Message([.. Done(0)]);

    public static bool IsStatement(ReadOnlySpan<byte> request) => request is [Batch or RemoteProcedureCall, ..];

    /// <summary>A statement has failed: 2.2.7.10.</summary>
    public static byte[] Error(int number, byte severity)
    {
        const string text = "as the server says it";
        byte[] token =
        [
            .. BitConverter.GetBytes(number), 1, severity,
            .. BitConverter.GetBytes((ushort)text.Length), .. Encoding.Unicode.GetBytes(text),
            0, 0, .. BitConverter.GetBytes(1),
        ];
        return Message([0xAA, .. BitConverter.GetBytes((ushort)token.Length), .. token, .. Done(2)]);
    }

    static byte[] Done(ushort status) => [0xFD, .. BitConverter.GetBytes(status), 0, 0, .. new byte[8]];

    /// <summary>One packet, the last one of its message: 2.2.3.1.</summary>
    static byte[] Message(byte[] tokens)
    {
        var length = (ushort)(8 + tokens.Length);
        return [0x04, 0x01, (byte)(length >> 8), (byte)length, 0, 0, 1, 0, .. tokens];
    }
}

/// <summary>What is lost: of a COMMIT its request or its answer, or something before it.</summary>
public enum Loss
{
    OfTheRequest = 1,
    OfTheAnswer = 2,
    OfAStatement = 3,
    OfTheRollback = 4,
}

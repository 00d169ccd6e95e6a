using System.Net;
using System.Text;

namespace Hevlayer.Local.Tests;

/// <summary>The program with <c>--data</c> when the disk is full: what is refused is nowhere, what is answered is there.</summary>
public sealed class FullDiskTests
{
    private const int Kibibytes = 400;

    private static readonly string Large = $$"""{"chunks":[{"id":"c","text":"{{new string('x', 60_000)}}"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CallThatCannotBeWritten_IsRefusedByNameAndLeavesNoTrace()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A process cannot be told to write small files only.");
        using var folder = new TemporaryFolder();
        using var full = await RunningProgram.StartOnSmallDiskAsync(Kibibytes, "--data", folder.Path);
        await SendAsync(full, HttpMethod.Post, "/v2/pipelines", """{"id":"p","target_namespace":"n"}""");
        var number = 0;
        Reply last;
        while ((last = await PutAsync(full, ++number, Large)) is { Status: HttpStatusCode.OK })
        {
        }

        Assert.Equal((HttpStatusCode.InternalServerError, "state_not_written"), (last.Status, last.Error));
        Assert.Contains(folder.Path, last.Message, StringComparison.Ordinal);
        Assert.InRange(number, 2, 20);
        var moved = (await SendAsync(full, HttpMethod.Post, "/v2/pipelines/p/documents/stage", $$"""{"document_ids":["d1","d{{number}}"],"stage":"review"}""")).Ok();
        var status = (await SendAsync(full, HttpMethod.Get, "/v2/pipelines/p/status", null)).Ok();
        Assert.Equal(1, moved.Json.GetProperty("updated").GetInt32());
        await full.KillAsync();

        using var again = await RunningProgram.StartAsync("--data", folder.Path);

        Assert.Equal(status.Json.GetProperty("counts").GetRawText(), (await SendAsync(again, HttpMethod.Get, "/v2/pipelines/p/status", null)).Ok().Json.GetProperty("counts").GetRawText());
        (await PutAsync(again, number, Large)).Ok();
        await again.KillAsync();
    }

    private static Task<Reply> PutAsync(RunningProgram program, int number, string body) => SendAsync(program, HttpMethod.Put, $"/v2/pipelines/p/documents/d{number}", body);

    private static async Task<Reply> SendAsync(RunningProgram program, HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await program.Http.SendAsync(request, Token);
        return await Reply.ReadAsync(response);
    }
}

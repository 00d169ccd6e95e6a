using System.Collections.Concurrent;
using System.Text;

namespace Hevlayer.Local.Tests;

/// <summary>The program with <c>--data</c>, killed while it is written to.</summary>
public sealed class KilledProgramTests
{
    private const int Seed = 11;

    // A long soak: HEVLAYER_KILLS=1000.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("HEVLAYER_KILLS") ?? "3", System.Globalization.CultureInfo.InvariantCulture);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_AtAnyPoint_HasAllThatItAnswered()
    {
        using var folder = new TemporaryFolder();
        var answered = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var sent = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var random = new Random(Seed);
        for (var round = 0; round < Kills; round++)
        {
            using var program = await RunningProgram.StartAsync("--data", folder.Path);
            await AddPipelineAsync(program.Http);
            var writers = Enumerable.Range(0, 4).Select(writer => StageUntilKilledAsync(program.Http, $"{round}-{writer}", sent, answered)).ToList();
            var least = answered.Count + random.Next(1, 200);
            while (answered.Count < least)
            {
                await Task.Delay(1, Token);
            }

            program.Process.Kill();
            await Task.WhenAll(writers);
            await program.Process.WaitForExitAsync(Token);
        }

        using var last = await RunningProgram.StartAsync("--data", folder.Path);
        var there = await IdsAsync(last.Http);

        Assert.Subset(there, answered.Keys.ToHashSet());
        Assert.Subset(sent.Keys.ToHashSet(), there);
        last.Process.Kill();
    }

    [Fact]
    public async Task Killed_WhileItStartsAndCompacts_HasAllThatItAnswered()
    {
        const int documents = 10;
        using var folder = new TemporaryFolder();
        var random = new Random(Seed);
        await using (var harness = Harness.InProcess(options => options.DataDirectory = folder.Path))
        {
            await harness.CreatePipelineAsync();
            for (var number = 0; number < 10 * documents; number++)
            {
                (await harness.PutAsync($"/v2/pipelines/p/documents/d{number % documents}", $$"""{"chunks":[{"id":"c","text":"{{number}} {{new string('x', 50_000)}}"}]}""")).Ok();
            }
        }

        for (var round = 0; round < Kills; round++)
        {
            using var process = RunningProgram.Start("--data", folder.Path, "--port", "0");
            await Task.Delay(random.Next(50, 800), Token);
            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        using var last = await RunningProgram.StartAsync("--data", folder.Path);
        for (var document = 0; document < documents; document++)
        {
            Assert.Contains($"\"{(9 * documents) + document} xxx", await last.Http.GetStringAsync($"/v2/pipelines/p/documents/d{document}/chunks", Token), StringComparison.Ordinal);
        }

        last.Process.Kill();
    }

    [Fact]
    public async Task SaveAndLoad_ByCommand_MoveTheState()
    {
        using var folder = new TemporaryFolder();
        using var kept = await RunningProgram.StartAsync("--data", folder.File("kept"));
        await AddPipelineAsync(kept.Http);
        using var inMemory = await RunningProgram.StartAsync();

        Assert.Equal(0, await RunAsync("save", folder.File("saved"), "--url", kept.Http.BaseAddress!.ToString()));
        Assert.Equal(0, await RunAsync("load", folder.File("saved"), "--url", inMemory.Http.BaseAddress!.ToString()));
        Assert.Equal(1, await RunAsync("save", folder.File("none"), "--url", inMemory.Http.BaseAddress!.ToString()));
        using var begun = await RunningProgram.StartAsync("--load", folder.File("saved"));

        Assert.Contains("\"p\"", await inMemory.Http.GetStringAsync("/v2/pipelines", Token), StringComparison.Ordinal);
        Assert.Contains("\"p\"", await begun.Http.GetStringAsync("/v2/pipelines", Token), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("none")));
        foreach (var program in (RunningProgram[])[kept, inMemory, begun])
        {
            program.Process.Kill();
        }
    }

    private static async Task StageUntilKilledAsync(HttpClient http, string name, ConcurrentDictionary<string, bool> sent, ConcurrentDictionary<string, bool> answered)
    {
        for (var number = 0; ; number++)
        {
            var id = $"{name}-{number}";
            sent[id] = true;
            try
            {
                using var body = new StringContent($$"""{"chunks":[{"id":"{{id}}","text":"t"}]}""", Encoding.UTF8, "application/json");
                using var response = await http.PutAsync($"/v2/pipelines/p/documents/{id}", body, Token);
                response.EnsureSuccessStatusCode();
                answered[id] = true;
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task<HashSet<string>> IdsAsync(HttpClient http)
    {
        using var body = new StringContent("""{"worker_id":"w","limit":1000000}""", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/v2/pipelines/p/claim", body, Token);
        return [.. (await Reply.ReadAsync(response)).Ok().Strings("documents")];
    }

    private static async Task AddPipelineAsync(HttpClient http)
    {
        using var body = new StringContent("""{"id":"p","target_namespace":"n"}""", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/v2/pipelines", body, Token);
        Assert.True(response.IsSuccessStatusCode || (int)response.StatusCode == 409);
    }

    private static async Task<int> RunAsync(params string[] args)
    {
        using var process = RunningProgram.Start(args);
        await process.WaitForExitAsync(Token);
        return process.ExitCode;
    }
}

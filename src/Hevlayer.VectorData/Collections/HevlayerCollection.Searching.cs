using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

public partial class HevlayerCollection<TKey, TRecord>
{
    /// <summary>
    /// The records nearest to a vector, or to what the embedding generator makes of a value. Calls
    /// <c>POST /v2/namespaces/{namespace}/query</c>, and with vectors <c>POST /v1/namespaces/{namespace}/query</c>.
    /// </summary>
    /// <typeparam name="TInput">ReadOnlyMemory&lt;float&gt;, float[], Embedding&lt;float&gt;, or what the generator takes.</typeparam>
    /// <param name="searchValue">What is searched for.</param>
    /// <param name="top">Most records, from 1; with those that are skipped at most 10,000.</param>
    /// <param name="options">Filter, records to skip, threshold, whether vectors are wanted; null for none of it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="NotSupportedException">A part of the filter has no translation, or the value is no vector and there is no generator.</exception>
    /// <exception cref="VectorStoreException">The call failed.</exception>
    public override IAsyncEnumerable<VectorSearchResult<TRecord>> SearchAsync<TInput>(TInput searchValue, int top, VectorSearchOptions<TRecord>? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(searchValue);
        options ??= new();
        var property = _model.GetVectorPropertyOrSingle(options);
        return SearchAsync(
            vector => NearestAsync(vector, QueryLimits.Of(top, options.Skip), FilterTranslator.Translate(options.Filter, _model), Attributes(options.IncludeVectors), cancellationToken),
            searchValue,
            property,
            options.Skip,
            distance => DistanceRules.Score(property, distance),
            score => DistanceRules.Reaches(property, score, options.ScoreThreshold),
            cancellationToken);
    }

    /// <summary>
    /// The records that are best by nearness and by words together, on the gateway's own fused ranking. Calls
    /// <c>POST /v2/namespaces/{namespace}/query</c>, and with vectors <c>POST /v1/namespaces/{namespace}/query</c> after it.
    /// </summary>
    /// <typeparam name="TInput">ReadOnlyMemory&lt;float&gt;, float[], Embedding&lt;float&gt;, or what the generator takes.</typeparam>
    /// <param name="searchValue">What is searched for by nearness.</param>
    /// <param name="keywords">What is searched for by words; at least one, of which the gateway uses 15 tokens.</param>
    /// <param name="top">Most records, from 1; with those that are skipped at most 10,000.</param>
    /// <param name="options">
    /// Text property, filter, records to skip, threshold, whether vectors are wanted; null for the only full-text property.
    /// Scores are those of the gateway's fusion, greater is better; a threshold holds back what is below it.
    /// </param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="ArgumentException">There is no keyword.</exception>
    /// <exception cref="NotSupportedException">A part of the filter has no translation, or the value is no vector and there is no generator.</exception>
    /// <exception cref="VectorStoreException">A call failed.</exception>
    public IAsyncEnumerable<VectorSearchResult<TRecord>> HybridSearchAsync<TInput>(TInput searchValue, ICollection<string> keywords, int top, HybridSearchOptions<TRecord>? options = null, CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(searchValue);
        ArgumentNullException.ThrowIfNull(keywords);
        options ??= new();
        var text = _model.GetFullTextDataPropertyOrSingle(options.AdditionalProperty);
        var words = string.Join(' ', keywords.Where(static word => !string.IsNullOrWhiteSpace(word)));
        return words.Length == 0
            ? throw new ArgumentException("There is no keyword; at least one that is not blank is needed.", nameof(keywords))
            : SearchAsync(
                vector => FusedAsync(vector, text.StorageName, words, QueryLimits.Of(top, options.Skip), FilterTranslator.Translate(options.Filter, _model), Attributes(options.IncludeVectors), cancellationToken),
                searchValue,
                _model.GetVectorPropertyOrSingle<TRecord>(new() { VectorProperty = options.VectorProperty }),
                options.Skip,
                static score => score,
                score => options.ScoreThreshold is not { } threshold || score >= threshold,
                cancellationToken);
    }

    private static async ValueTask<ReadOnlyMemory<float>> VectorAsync(object value, VectorPropertyModel property, CancellationToken cancellationToken)
    {
        if (VectorForms.Components(value) is { } components)
        {
            return components;
        }

        return property switch
        {
            { EmbeddingGenerationDispatcher: not null } => ((Embedding<float>)await property.GenerateEmbeddingAsync(value, cancellationToken).ConfigureAwait(false)).Vector,
            { EmbeddingGenerator: { } generator } => throw new InvalidOperationException(VectorDataStrings.IncompatibleEmbeddingGeneratorWasConfiguredForInputType(value.GetType(), generator.GetType())),
            _ => throw new NotSupportedException(VectorDataStrings.InvalidSearchInputAndNoEmbeddingGeneratorWasConfigured(value.GetType(), RecordModelBuilder.VectorTypes)),
        };
    }

    private async IAsyncEnumerable<VectorSearchResult<TRecord>> SearchAsync(
        Func<ReadOnlyMemory<float>, Task<IReadOnlyList<FoundRow>>> find,
        object value,
        VectorPropertyModel property,
        int skip,
        Func<double?, double?> scoreOf,
        Func<double?, bool> reaches,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var vector = await VectorAsync(value, property, cancellationToken).ConfigureAwait(false);
        foreach (var row in (await find(vector).ConfigureAwait(false)).Skip(skip))
        {
            if (scoreOf(row.Distance) is var score && reaches(score))
            {
                yield return new(Record(row), score);
            }
        }
    }

    // The gateway drops vectors from its own replies; the vector store's own query has them.
    private Task<IReadOnlyList<FoundRow>> NearestAsync(ReadOnlyMemory<float> vector, int limit, Filter? filter, IReadOnlyList<string> attributes, CancellationToken cancellationToken) =>
        attributes.Contains(RowFields.Vector)
            ? _rows.RankAsync("Search", RankBy.Ann(vector), filter, limit, attributes, cancellationToken)
            : _rows.QueryAsync("Search", new() { Vector = vector, TopK = limit, Filters = filter }, attributes, cancellationToken);

    private async Task<IReadOnlyList<FoundRow>> FusedAsync(ReadOnlyMemory<float> vector, string text, string words, int limit, Filter? filter, IReadOnlyList<string> attributes, CancellationToken cancellationToken)
    {
        var rankBy = RankBy.Auto(text, words, new() { Route = QueryRoute.Fused, Vector = vector });
        var found = await _rows.QueryAsync("HybridSearch", new() { RankBy = rankBy, TopK = limit, Filters = filter }, _mapper.Attributes, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0 || !attributes.Contains(RowFields.Vector))
        {
            return found;
        }

        var ids = found.Select(static row => row.Id).ToArray();
        var whole = (await FindAsync(ids, attributes, cancellationToken).ConfigureAwait(false)).ToDictionary(static row => row.Id, StringComparer.Ordinal);
        return [.. found.Where(row => whole.ContainsKey(row.Id)).Select(row => whole[row.Id] with { Distance = row.Distance })];
    }
}

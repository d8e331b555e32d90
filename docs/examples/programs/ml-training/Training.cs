namespace MlTraining;

/// <summary>Stochastic gradient descent in batches, with examples that were never trained on to judge it.</summary>
internal sealed class Training(Network network, Example[] training, Example[] validation, int seed)
{
    public IEnumerable<Epoch> Run(int epochs, int batchSize, double learningRate)
    {
        var random = new Random(seed);
        for (var number = 1; number <= epochs; number++)
        {
            random.Shuffle(training);
            var loss = 0.0;
            foreach (var batch in training.Chunk(batchSize))
            {
                loss += batch.Sum(network.Learn);
                network.Update(learningRate, batch.Length);
            }
            var (validationLoss, accuracy) = Judge();
            yield return new Epoch(number, loss / training.Length, validationLoss, accuracy);
        }
    }

    private (double Loss, double Accuracy) Judge()
    {
        double loss = 0;
        var right = 0;
        foreach (var example in validation)
        {
            var probabilities = network.Predict(example);
            loss -= Math.Log(Math.Max(probabilities[example.Label], 1e-300));
            if (MostLikely(probabilities) == example.Label)
                right++;
        }
        return (loss / validation.Length, (double)right / validation.Length);
    }

    private static int MostLikely(ReadOnlySpan<double> probabilities)
    {
        var best = 0;
        for (var i = 1; i < probabilities.Length; i++)
            best = probabilities[i] > probabilities[best] ? i : best;
        return best;
    }
}

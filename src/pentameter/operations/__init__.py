"""Operations and their waves, who takes part and how, and what they return each week."""
